#include "ledger/read/first_contents.hpp"

#include <algorithm>

#include "git/reference/histories.hpp"
#include "ledger/read/range.hpp"
#include "ledger/read/range_part.hpp"
#include "ledger/read/range_walk.hpp"

namespace crmtrack::ledger {

FirstContents::FirstContents(const git::Repository& repository, const std::vector<git::ObjectId>& heads,
                             const std::set<std::string>& paths)
    : repository_(repository) {
  if (paths.empty()) return;
  std::optional<git::ObjectId> known;
  for (const git::ObjectId& head : heads) {
    const Walk walk = walk_commits(repository, known, head, {});
    const RangePart part = read_part(repository.objects, walk, 0, walk.commits.size(), [](std::size_t) {});
    for (const std::vector<Added>* const added : {&part.added, &part.ledger_files}) {
      for (const Added& file : *added) {
        const auto asked = paths.find(std::string(file.path));
        if (asked != paths.end()) additions_[*asked].push_back({walk.commits[file.commit].id, file.blob});
      }
    }
    known = head;
  }
}

std::optional<git::ObjectId> FirstContents::find(const std::string& path) const {
  const auto found = additions_.find(path);
  if (found == additions_.end()) return std::nullopt;
  std::set<git::ObjectId> blobs;
  for (const Addition& addition : found->second) blobs.insert(addition.blob);
  const auto first = std::find_if(blobs.begin(), blobs.end(),
                                  [&](const git::ObjectId& blob) { return comes_before_others(found->second, blob); });
  return first == blobs.end() ? std::nullopt : std::optional(*first);
}

bool FirstContents::comes_before_others(const std::vector<Addition>& additions, const git::ObjectId& blob) const {
  return std::all_of(
      additions.begin(), additions.end(),
      [&](const Addition& other) {
        return other.blob == blob ||
               std::any_of(
                   additions.begin(), additions.end(),
                   [&](const Addition& addition) {
                     return addition.blob == blob && is_ancestor(repository_.objects, addition.commit, other.commit);
                   });
      });
}

}  // namespace crmtrack::ledger
