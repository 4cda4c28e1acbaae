#include "ledger/main/line_choice.hpp"

#include <algorithm>

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
  const auto may = [&](const std::string& policy) {
    return !authorities_.policy_refusal(commit.author.email, policy, std::min(commit.committer.time, now_));
  };
  const std::vector<std::string> common = history_.common(first, side);
  return may(first) && !may(side) && std::ranges::any_of(common, may);
}

}  // namespace crmtrack::ledger
