#include "ledger/read/standing_content.hpp"

#include <algorithm>

#include "ledger/read/range.hpp"

namespace crmtrack::ledger {

void StandingContents::put_first(std::span<Added> same) {
  const bool is_one = std::ranges::all_of(same, [&](const Added& file) { return file.blob == same.front().blob; });
  const auto stands = is_one ? std::nullopt : find(same);
  if (stands) std::stable_partition(same.begin(), same.end(), [&](const Added& file) { return file.blob == *stands; });
}

std::optional<git::ObjectId> StandingContents::find(std::span<const Added> same) {
  // Two or three there may be; of more, somebody wants us to be busy.
  constexpr std::size_t kMostCompared = 64;
  for (const Added& file : same.first(same.size() > kMostCompared ? 0 : same.size()))
    if (came_first(same, file.blob)) return file.blob;
  if (!tree_) tree_ = objects_.read_commit(head_).tree;
  const auto found = objects_.find_path(*tree_, same.front().path);
  return found ? std::optional(found->first.id()) : std::nullopt;
}

bool StandingContents::came_first(std::span<const Added> same, const git::ObjectId& blob) {
  return std::ranges::all_of(
      same,
      [&](const Added& other) {
        return other.blob == blob ||
               std::ranges::any_of(
                   same,
                   [&](const Added& file) {
                     return file.blob == blob && file.commit != other.commit && descends(other.commit, file.commit);
                   });
      });
}

/// Those who add much that is there do it in few commits: the ancestors of one are kept.
bool StandingContents::descends(std::uint32_t newer, std::uint32_t older) {
  if (newer < older) return false;  // parents come before their children
  if (numbers_.empty())
    for (std::uint32_t i = 0; i < commits_.size(); ++i) numbers_.emplace(commits_[i].id, i);
  if (descendant_ != newer) {
    descendant_ = newer;
    ancestors_.assign(commits_.size(), false);
    ancestors_[newer] = true;
    for (std::uint32_t i = newer + 1; i-- > 0;) {
      if (!ancestors_[i]) continue;
      for (const git::ObjectId& parent : walk_.parents_of(i))
        if (const auto found = numbers_.find(parent); found != numbers_.end()) ancestors_[found->second] = true;
    }
  }
  return ancestors_[older];
}

}  // namespace crmtrack::ledger
