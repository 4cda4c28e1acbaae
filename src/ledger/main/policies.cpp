#include "ledger/main/policies.hpp"

#include <algorithm>
#include <unordered_set>

#include "ledger/main/policy_files.hpp"
#include "ledger/main/policy_merge.hpp"
#include "ledger/main/right_by_main.hpp"

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
  const std::size_t place = history_->taken_at(commit);
  const std::string& first = history_->line().at(place);
  return first == commit ? !is_doubtful(place) : policy_of(first) == policy_of(commit);
}

/// Whether somebody without the right may have put this part of the line in the place of what main was.
bool MainPolicies::is_doubtful(std::size_t place) {
  if (!doubtful_) find_doubtful();
  return (*doubtful_)[place];
}

/// Finds the merges of the line that take their policy from another parent than the first, by an author who lacks the
/// right by one of these. Either parent may be main as it was.
void MainPolicies::find_doubtful() {
  const std::vector<std::string>& line = history_->line();
  doubtful_.emplace(line.size());
  for (std::size_t place = 1; place < line.size(); ++place) {
    const Commit merge = read_commit(repository_, line[place]);
    const std::string& main = line[place - 1];
    if (merge.parents.size() < 2 || policy_of(line[place]) == policy_of(main)) continue;
    const auto may = [&](const std::string& parent) {
      return may_decide(merge.author.email, merge.committer.time, parent);
    };
    if (std::ranges::all_of(merge.parents, may)) continue;
    const auto is_of_others = [&](const std::string& commit) {
      return std::ranges::any_of(
          merge.parents, [&](const std::string& side) { return side != main && history_->contains(side, commit); });
    };
    for (std::size_t before = place; before-- > 0 && !is_of_others(line[before]);) (*doubtful_)[before] = true;
  }
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
  const auto keeps = [&](const std::string& parent) {
    return is_in_force(parent) && policy_of(parent) == policy_of(commit.id);
  };
  if (std::ranges::any_of(commit.parents, keeps)) return true;
  if (commit.parents.size() > 1 && std::ranges::all_of(commit.parents, is_in_force) &&
      is_policy_merge(repository_.objects, git::get_object_id(commit.id)))
    return true;
  return std::ranges::any_of(commit.parents,
                             [&](const std::string& parent) { return is_in_force(parent) && decides(commit, parent); });
}

/// Whether the author of a commit may change policy, by its parent and by main as it was when it took the commit in.
bool MainPolicies::decides(const Commit& commit, const std::string& parent) {
  const std::string& author = commit.author.email;
  const auto may = [&](const std::string& policy, util::Instant time) { return may_decide(author, time, policy); };
  const auto taken = find_taken_in(repository_, *history_, commit.id);
  const MainAnswer answer = taken ? answer_of_main(repository_, *history_, *taken, may) : MainAnswer::yes;
  if (answer == MainAnswer::no) return false;
  const bool keeps_authority = authority_objects(repository_, parent) == authority_objects(repository_, commit.id);
  if (answer == MainAnswer::in_grace && !keeps_authority) return false;
  if (taken && answer == MainAnswer::yes && history_->contains(history_->line()[taken->place], parent)) return true;
  return may(parent, std::max(commit.committer.time, read_commit(repository_, parent).committer.time));
}

bool MainPolicies::may_decide(const std::string& author, util::Instant time, const std::string& policy) {
  return !authorities_.policy_refusal(author, policy, time);
}

std::optional<util::Instant> MainPolicies::replaced_at(const std::string& commit) {
  if (!history_->has(commit)) return std::nullopt;
  if (!changes_found_) find_changes();
  const auto known = replaced_.find(commit);
  return known != replaced_.end() ? known->second : replaced_.emplace(commit, find_replaced(commit)).first->second;
}

std::optional<util::Instant> MainPolicies::find_replaced(const std::string& commit) {
  const Origin origin = origin_of(commit);
  const std::size_t place = origin.place.value_or(history_->taken_at(commit));
  const std::string& head = history_->line()[place];
  // Main took the commit in, and not its rights.
  if (rights_of(head) != rights_of(commit)) return std::max(read_commit(repository_, head).committer.time, origin.made);
  const auto from = std::ranges::upper_bound(changes_, place);
  if (from == changes_.end()) return std::nullopt;
  const Earliest& earliest = earliest_[static_cast<std::size_t>(from - changes_.begin())];
  const util::Instant time = earliest.rights == rights_of(commit) ? earliest.other_time : earliest.time;
  if (time == util::Instant::max()) return std::nullopt;
  return std::max(time, origin.made);
}

/// Goes back as long as the rights are as they are at the commit. A commit that merely goes on from an old policy of
/// main makes that no newer.
MainPolicies::Origin MainPolicies::origin_of(const std::string& commit) {
  Origin origin;
  util::Instant first_made = util::Instant::max();
  std::vector<std::string> waiting{commit};
  std::unordered_set<std::string> seen{commit};
  while (!waiting.empty()) {
    const std::string at = waiting.back();
    waiting.pop_back();
    const std::size_t place = history_->taken_at(at);
    if (history_->line()[place] == at) {
      origin.place = std::max(place, origin.place.value_or(0));
      continue;
    }
    const Commit read = read_commit(repository_, at);
    bool is_inherited = false;
    for (const std::string& parent : read.parents) {
      if (!history_->has(parent) || rights_of(parent) != rights_of(at)) continue;
      is_inherited = true;
      if (seen.insert(parent).second) waiting.push_back(parent);
    }
    if (!is_inherited) first_made = std::min(first_made, read.committer.time);
  }
  origin.made = origin.place ? read_commit(repository_, history_->line()[*origin.place]).committer.time : first_made;
  return origin;
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
  if (is_new) place->second = policy_objects(repository_, commit, {"people.yaml", "rights.yaml"});
  return place->second;
}

}  // namespace crmtrack::ledger
