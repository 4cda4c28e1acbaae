#include "ledger/main/policies.hpp"

#include <algorithm>

#include "ledger/main/policy_files.hpp"
#include "ledger/main/policy_in_force.hpp"
#include "ledger/main/policy_merge.hpp"
#include "policy/load.hpp"

namespace crmtrack::ledger {

bool MainPolicies::was_in_force(const std::string& commit) {
  if (!history_->has(commit)) return false;
  std::vector<std::string> way{commit};
  while (!way.empty()) {
    const std::string id = way.back();
    if (in_force_.contains(id)) {
      way.pop_back();
    } else if (is_taken(id)) {
      in_force_.emplace(id, true);
    } else {
      const Commit read = read_commit(repository_, id);
      const auto unknown = std::ranges::find_if(read.parents, [&](const std::string& parent) {
        return history_->has(parent) && !in_force_.contains(parent);
      });
      if (unknown != read.parents.end())
        way.push_back(*unknown);
      else
        in_force_.emplace(id, decide(read));
    }
  }
  return in_force_.at(commit);
}

/// Whether main took what the commit says when it first had the commit.
bool MainPolicies::is_taken(const std::string& commit) {
  const std::string& first = history_->line().at(history_->taken_at(commit));
  return first == commit || policy_of(first) == policy_of(commit);
}

/// Of a commit beside main's line, when it is known of its parents.
bool MainPolicies::decide(const Commit& commit) {
  if (commit.parents.empty()) {
    // A history of its own, which somebody joined to this one.
    const Commit joined = read_commit(repository_, history_->line().at(history_->taken_at(commit.id)));
    return !joined.parents.empty() && may_decide(joined.author.email, joined.committer.time, joined.parents.front());
  }
  const auto is_in_force = [&](const std::string& parent) {
    const auto known = in_force_.find(parent);
    return known != in_force_.end() && known->second;
  };
  if (commit.parents.size() > 1 && std::ranges::all_of(commit.parents, is_in_force) &&
      is_policy_merge(repository_.objects, git::get_object_id(commit.id)))
    return true;
  return std::ranges::any_of(commit.parents, [&](const std::string& parent) {
    if (!is_in_force(parent)) return false;
    if (policy_of(parent) == policy_of(commit.id)) return true;
    return may_decide(commit.author.email,
                      std::max(commit.committer.time, read_commit(repository_, parent).committer.time), parent);
  });
}

bool MainPolicies::may_decide(const std::string& author, util::Instant time, const std::string& policy) {
  auto known = authorities_.find(policy_of(policy));
  if (known == authorities_.end()) {
    const policy::Files files = load_policy_in_force(repository_, policy, {"people.yaml", "rights.yaml"}).files;
    known = authorities_.emplace(policy_of(policy), policy::Authority(policy::load_rights(files))).first;
  }
  return !known->second.refusal(author, policy::Right::policy, policy::authority_date(time));
}

std::optional<util::Instant> MainPolicies::replaced_at(const std::string& commit) {
  if (!history_->has(commit)) return std::nullopt;
  if (!changes_found_) find_changes();
  const std::size_t first = history_->taken_at(commit);
  const bool is_of_line = history_->line().at(first) == commit;
  const auto from = is_of_line ? std::ranges::upper_bound(changes_, first) : std::ranges::lower_bound(changes_, first);
  if (from == changes_.end()) return std::nullopt;
  const Earliest& earliest = earliest_[static_cast<std::size_t>(from - changes_.begin())];
  const util::Instant time = earliest.rights == rights_of(commit) ? earliest.other_time : earliest.time;
  if (time == util::Instant::max()) return std::nullopt;
  return std::max(time, read_commit(repository_, commit).committer.time);
}

std::string MainPolicies::in_force_at(util::Instant time) {
  if (!changes_found_) find_changes();
  const auto next = std::ranges::lower_bound(since_, time);
  if (next == since_.begin()) return {};
  return history_->line()[changes_[static_cast<std::size_t>(next - since_.begin() - 1)]];
}

void MainPolicies::find_changes() {
  changes_found_ = true;
  const std::vector<std::string>& line = history_->line();
  std::vector<util::Instant> times;
  for (std::size_t place = 0; place < line.size(); ++place) {
    if (place > 0 && policy_of(line[place]) == policy_of(line[place - 1])) continue;
    changes_.push_back(place);
    times.push_back(read_commit(repository_, line[place]).committer.time);
    since_.push_back(since_.empty() ? times.back() : std::max(times.back(), since_.back()));
  }
  earliest_.resize(changes_.size());
  Earliest so_far{util::Instant::max(), util::Instant::max(), {}};
  for (std::size_t i = changes_.size(); i-- > 0;) {
    const util::Instant time = i > 0 ? std::max(times[i], times[i - 1]) : times[i];
    const std::string& rights = rights_of(line[changes_[i]]);
    if (rights == so_far.rights)
      so_far.time = std::min(so_far.time, time);
    else if (time <= so_far.time)
      so_far = {time, so_far.time, rights};
    else
      so_far.other_time = std::min(so_far.other_time, time);
    earliest_[i] = so_far;
  }
}

const std::string& MainPolicies::policy_of(const std::string& commit) {
  const auto [place, is_new] = policies_.try_emplace(commit);
  if (is_new) place->second = policy_object(repository_, commit);
  return place->second;
}

/// Which files say who may do what, by their objects.
const std::string& MainPolicies::rights_of(const std::string& commit) {
  const auto [place, is_new] = rights_.try_emplace(policy_of(commit));
  if (!is_new) return place->second;
  for (const File& file : list_files(repository_, commit, "policy"))
    if (file.path.ends_with("/people.yaml") || file.path.ends_with("/rights.yaml"))
      place->second += file.path + file.blob;
  return place->second;
}

}  // namespace crmtrack::ledger
