#include "ledger/structure.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/folder_guard.hpp"
#include "ledger/path_kind.hpp"
#include "yaml/read.hpp"

namespace crmtrack::ledger {
namespace {

/// Whether the tree only adds to `base`, and only what may stand in a ledger.
bool only_adds(const ObjectStore& objects, const std::optional<ObjectId>& base, const ObjectId& tree) {
  FolderGuard guard;
  bool only = true;
  const auto visit = [&](const TreeDifference& file) {
    const bool is_ours = kind_of(file.path) != PathKind::none;
    if (!is_ours && file.kind == TreeDifference::Kind::removed) return;
    only = only && file.kind == TreeDifference::Kind::added && is_ours && file.mode == kFileMode;
  };
  compare_trees(objects.trees(), base, tree, visit,
                [&](const std::string& path, const ObjectId& folder) { return guard.judge(path, folder); });
  return only;
}

/// Whether a tree keeps all that the range added, as it was first added, and all of `base`, and has nothing else.
bool is_whole(const ObjectStore& objects, const std::optional<ObjectId>& base, const ObjectId& tree,
              const Range& range) {
  const auto stands = [&](const Added& file) {
    const auto found = objects.find_path(tree, file.path);
    if (is_oversized(objects, file.path, file.blob)) return !found || found->first.id() != file.blob;
    return found && !found->first.is_tree() && found->first.id() == file.blob;
  };
  return only_adds(objects, base, tree) && std::all_of(range.added.begin(), range.added.end(), stands) &&
         std::all_of(range.again.begin(), range.again.end(), stands);
}

/// Records that are larger than any that we read.
std::vector<Range::Fault> find_oversized(const ObjectStore& objects, const Range& range) {
  const std::size_t limit = yaml::Limits{}.bytes;
  std::vector<Range::Fault> faults;
  for (const Added& file : range.added) {
    if (!is_oversized(objects, file.path, file.blob)) continue;
    faults.push_back({.commit = range.commit_of(file).id.hex(),
                      .path = std::string(file.path),
                      .message = fmt::format("larger than {} KiB", limit >> 10U),
                      .kind = Range::Fault::Kind::oversized,
                      .blob = file.blob});
  }
  return faults;
}

}  // namespace

bool is_oversized(const ObjectStore& objects, std::string_view path, const ObjectId& blob) {
  return is_record_path(path) && objects.find_size(blob).value_or(0) > yaml::Limits{}.bytes;
}

StructureVerdict judge_structure(const ObjectStore& objects, const std::optional<ObjectId>& base, const ObjectId& newer,
                                 const Range& range) {
  StructureVerdict verdict{.faults = range.faults};
  const std::vector<Range::Fault> oversized = find_oversized(objects, range);
  verdict.faults.insert(verdict.faults.end(), oversized.begin(), oversized.end());
  if (verdict.faults.empty()) return verdict;
  const auto root_of = [&](const ObjectId& commit) { return objects.read_commit(commit).tree; };
  verdict.is_sound = is_whole(objects, base ? std::optional(root_of(*base)) : std::nullopt, root_of(newer), range);
  return verdict;
}

}  // namespace crmtrack::ledger
