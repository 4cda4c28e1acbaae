#include "ledger/main/line_choice.hpp"

#include <algorithm>

#include "git/reference/histories.hpp"
#include "ledger/main/policy_files.hpp"
#include "ledger/read/contents.hpp"

namespace crmtrack::ledger {

std::size_t LineChoice::find(const std::string& merge, const std::vector<std::string>& parents) {
  const std::string& first = parents.front();
  for (std::size_t side = 1; side < parents.size(); ++side) {
    if (has_former_head(first, parents[side])) continue;
    if (has_former_head(parents[side], first) || took_right_away(merge, first, parents[side])) return side;
  }
  return 0;
}

bool LineChoice::has_former_head(const std::string& one, const std::string& other) {
  return std::ranges::any_of(
      former_heads(),
      [&](const git::ObjectId& head) {
        return history_.contains(one, head.hex()) && !history_.contains(other, head.hex());
      });
}

const std::vector<git::ObjectId>& LineChoice::former_heads() {
  if (!former_heads_) former_heads_ = ask_heads_ ? ask_heads_() : std::vector<git::ObjectId>();
  return *former_heads_;
}

bool LineChoice::took_right_away(const std::string& merge, const std::string& first, const std::string& side) {
  const Commit commit = read_commit(repository_, merge);
  const auto may = [&](const std::string& policy) { return may_change(commit, policy); };
  const std::vector<std::string> common = history_.common(first, side);
  return may(first) && !may(side) && std::ranges::any_of(common, may) && was_decided(first, side);
}

/// Whether all who changed policy on a side had the right by the first parent: else the side is somebody's fork, and
/// took nothing away from anybody.
bool LineChoice::was_decided(const std::string& first, const std::string& side) {
  const auto changed =
      git::compare_histories(repository_.objects, git::get_object_id(first), git::get_object_id(side)).only_newer;
  return std::ranges::all_of(changed, [&](const git::ObjectId& id) {
    const Commit commit = read_commit(repository_, id.hex());
    if (commit.parents.size() != 1) return true;
    const bool is_change = policy_object(repository_, commit.id) != policy_object(repository_, commit.parents.front());
    return !is_change || may_change(commit, first);
  });
}

bool LineChoice::may_change(const Commit& commit, const std::string& policy) {
  return !authorities_.policy_refusal(commit.author.email, policy, std::min(commit.committer.time, now_));
}

}  // namespace crmtrack::ledger
