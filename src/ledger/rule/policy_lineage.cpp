#include "ledger/rule/policy_lineage.hpp"

#include <algorithm>

#include "ledger/read/range.hpp"
#include "ledger/write/trailer.hpp"

namespace crmtrack::ledger {

using Number = PolicyLineage::Number;

PolicyLineage::PolicyLineage(std::vector<Stage> stages) : stages_(std::move(stages)) {
  if (stages_.empty()) stages_.emplace_back();
  for (Number number = 1; number < stages_.size(); ++number)
    known_.emplace(key_of(stages_[number].before, stages_[number].policy), number);
}

Number PolicyLineage::next(std::span<const Number> parents, std::string_view policy) {
  if (parents.size() == 1 && stages_[parents.front()].policy == policy) return parents.front();
  const std::vector<Number> before = reduce(parents);
  const bool says_nothing_new =
      policy.empty() || std::ranges::any_of(before, [&](Number each) { return names_nearby(each, kNone, policy); });
  if (says_nothing_new && before.size() <= 1) return before.empty() ? kNone : before.front();
  const std::string_view named = says_nothing_new ? std::string_view() : policy;
  const auto [place, is_new] = known_.try_emplace(key_of(before, named), static_cast<Number>(stages_.size()));
  if (is_new) stages_.push_back({std::string(named), before, std::nullopt});
  return place->second;
}

Number PolicyLineage::of_unread(const git::ObjectId& commit) {
  const auto [place, is_new] = unread_.try_emplace(commit, static_cast<Number>(stages_.size()));
  if (is_new) stages_.push_back({"", {}, commit});
  return place->second;
}

const PolicyLineage::Stage& PolicyLineage::stage(Number number) {
  if (const auto commit = stages_[number].unread) {
    stages_[number].unread.reset();
    const Number read = reader_ ? reader_(*commit) : kNone;
    stages_[number].before = {read};  // `stages_` may have grown meanwhile
  }
  return stages_[number];
}

/// Leaves out the stages to which another parent's stage leads back, since they say nothing more.
std::vector<Number> PolicyLineage::reduce(std::span<const Number> parents) const {
  std::vector<Number> before(parents.begin(), parents.end());
  std::sort(before.begin(), before.end());
  before.erase(std::unique(before.begin(), before.end()), before.end());
  std::erase(before, kNone);
  constexpr std::size_t kMostCompared = 8;
  if (before.size() < 2 || before.size() > kMostCompared) return before;
  const std::vector<Number> all = before;
  std::erase_if(before, [&](Number one) {
    return std::ranges::any_of(all, [&](Number other) { return other != one && names_nearby(other, one, {}); });
  });
  return before;
}

/// Whether a stage or one of the last before it is the wanted one, or names a policy. Stages further back are not
/// found; then one number more is made than needed, with the same meaning.
bool PolicyLineage::names_nearby(Number from, Number wanted, std::string_view policy) const {
  constexpr std::size_t kNear = 64;
  std::vector<Number> waiting{from};
  for (std::size_t looked_at = 0; looked_at < kNear && looked_at < waiting.size(); ++looked_at) {
    const Number at = waiting[looked_at];
    if (wanted != kNone && at == wanted) return true;
    if (!policy.empty() && stages_[at].policy == policy) return true;
    for (const Number before : stages_[at].before) {
      if (std::ranges::find(waiting, before) == waiting.end()) waiting.push_back(before);
      if (waiting.size() >= kNear) break;
    }
  }
  return false;
}

std::string PolicyLineage::key_of(std::span<const Number> parents, std::string_view policy) {
  std::string key(policy);
  for (const Number parent : parents) key += ' ' + std::to_string(parent);
  return key;
}

Number LineageFinder::find(const git::ObjectId& commit) {
  const auto look_up = [this](const git::ObjectId& id) -> std::optional<Number> {
    if (const auto found = found_.find(id); found != found_.end()) return found->second;
    return known_ ? known_(id) : std::nullopt;
  };
  struct Waiting {
    git::ObjectId id;
    std::string policy;
    std::vector<git::ObjectId> parents;
    std::vector<Number> numbers;
  };
  const auto open = [this](const git::ObjectId& id) {
    git::CommitObject read = objects_.read_commit(id);
    return Waiting{id, std::string(policy_trailer(read.message)), std::move(read.parents), {}};
  };
  if (const auto number = look_up(commit)) return *number;
  std::vector<Waiting> way;
  way.push_back(open(commit));
  while (!way.empty()) {
    Waiting& last = way.back();
    if (last.numbers.size() == last.parents.size()) {
      found_[last.id] = lineage_.next(last.numbers, last.policy);
      way.pop_back();
      continue;
    }
    const git::ObjectId parent = last.parents[last.numbers.size()];
    if (const auto number = look_up(parent))
      last.numbers.push_back(*number);
    else
      way.push_back(open(parent));
  }
  return found_.at(commit);
}

void number_lineages(Walk& walk, PolicyLineage& lineage, const std::function<Number(const git::ObjectId&)>& outside) {
  std::unordered_map<git::ObjectId, Number> numbers;
  if (!walk.linear) numbers.reserve(walk.commits.size());
  std::vector<Number> parents;
  for (std::size_t i = 0; i < walk.commits.size(); ++i) {
    Range::Commit& commit = walk.commits[i];
    parents.clear();
    for (const git::ObjectId& parent : walk.parents_of(i))
      if (i > 0 && walk.commits[i - 1].id == parent)
        parents.push_back(walk.commits[i - 1].lineage);
      else if (const auto known = numbers.find(parent); known != numbers.end())
        parents.push_back(known->second);
      else
        parents.push_back(outside(parent));
    commit.lineage = lineage.next(parents, walk.policies[commit.policy]);
    if (!walk.linear) numbers.emplace(commit.id, commit.lineage);
  }
}

}  // namespace crmtrack::ledger
