#include "ledger/mend.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ledger/folder_guard.hpp"
#include "ledger/merge_commit.hpp"
#include "ledger/path_kind.hpp"
#include "ledger/range_part.hpp"
#include "ledger/range_walk.hpp"
#include "ledger/structure.hpp"
#include "ledger/tree_edit.hpp"
#include "ledger/tree_union.hpp"

namespace crmtrack::ledger {
namespace {

bool is_sound(const ObjectStore& objects, const std::string& path, std::string_view mode, const ObjectId& blob) {
  return kind_of(path) != PathKind::none && mode == kFileMode && objects.find_size(blob) &&
         !is_oversized(objects, path, blob);
}

/// Leaves out of a tree what may not stand in a ledger.
class Sieve {
 public:
  Sieve(const ObjectStore& objects, ObjectSink& sink) : objects_(objects), sink_(sink) {}

  /// nullopt where nothing is left of a folder; `prefix` is its path, slash included.
  std::optional<ObjectId> pass(const ObjectId& tree, const std::string& prefix) {
    const TreeBytes bytes = objects_.read_tree(tree);
    std::string kept;
    for (TreeCursor cursor(*bytes); !cursor.done(); cursor.next()) {
      const TreeEntry& entry = cursor.entry();
      const std::string path = prefix + std::string(entry.name);
      if (!entry.is_tree()) {
        if (is_sound(objects_, path, entry.mode, entry.id())) kept += cursor.bytes();
      } else if (const auto folder = pass_folder(path, entry.id())) {
        append_entry(kept, kTreeMode, entry.name, *folder);
      }
    }
    if (kept == *bytes) return tree;
    if (kept.empty() && !prefix.empty()) return std::nullopt;
    return sink_.write(ObjectKind::tree, kept);
  }

 private:
  std::optional<ObjectId> pass_folder(const std::string& path, const ObjectId& tree) {
    switch (guard_.judge(path, tree)) {
      case Look::inside:
        return pass(tree, path + '/');
      case Look::past:
        return tree;
      case Look::as_file:
        break;
    }
    return std::nullopt;
  }

  const ObjectStore& objects_;
  ObjectSink& sink_;
  FolderGuard guard_;
};

/// What the commits of a history added, whatever became of it.
class Additions {
 public:
  void read(const Repository& repository, const std::optional<ObjectId>& older, const ObjectId& newer) {
    const Walk walk = walk_commits(repository, older, newer, {});
    const RangePart part = read_part(repository.objects, walk, 0, walk.commits.size(), [](std::size_t) {});
    for (const Added& file : part.added) known_.emplace(file.path, file.blob);
  }
  [[nodiscard]] bool has(const std::string& path, const ObjectId& blob) const {
    return known_.count({path, blob}) != 0;
  }

 private:
  std::set<std::pair<std::string, ObjectId>> known_;
};

}  // namespace

ObjectId write_mended_tree(const ObjectStore& objects, ObjectSink& sink, const std::optional<ObjectId>& ours,
                           const ObjectId& theirs, const Range& range) {
  std::optional<ObjectId> root = Sieve(objects, sink).pass(theirs, "");
  std::vector<PathBlob> files;
  for (const Added& file : range.added) {
    if (is_sound(objects, std::string(file.path), kFileMode, file.blob)) files.push_back({file.path, file.blob});
  }
  root = put_paths(objects.trees(), sink, root, files, Existing::replace);
  if (!ours) return *root;
  const std::optional<ObjectId> sound = Sieve(objects, sink).pass(*ours, "");
  return unite_trees(objects.trees(), sink, *sound, *root, [](const std::string&) {});
}

bool is_mended_merge(const Repository& repository, const CommitObject& commit) {
  const std::vector<ObjectId>& parents = commit.parents;
  if (parents.empty() || parents.size() > 2) return false;
  const ObjectStore& objects = repository.objects;
  CommitObject expected = compose_merge(objects, parents.front(), parents.back(), commit.tree, true);
  if (parents.size() == 1) expected.parents = parents;
  if (render_commit(expected) != render_commit(commit)) return false;

  std::set<std::pair<std::string, ObjectId>> beyond;  // what some parent has not, or not so
  bool loses = false;
  for (const ObjectId& parent : parents) {
    FolderGuard guard;
    compare_trees(
        objects.trees(), objects.read_commit(parent).tree, commit.tree,
        [&](const TreeDifference& file) {
          if (file.kind != TreeDifference::Kind::removed) return void(beyond.emplace(file.path, file.id));
          loses = loses || is_sound(objects, file.path, file.mode, file.id);
        },
        [&](const std::string& path, const ObjectId& folder) { return guard.judge(path, folder); });
  }
  const auto is_parents = [&](const auto& file) {
    return std::any_of(parents.begin(), parents.end(), [&](const ObjectId& parent) {
      const auto found = objects.find_path(objects.read_commit(parent).tree, file.first);
      return found && !found->first.is_tree() && found->first.id() == file.second;
    });
  };
  for (auto file = beyond.begin(); file != beyond.end();) file = is_parents(*file) ? beyond.erase(file) : ++file;
  if (loses || beyond.empty()) return !loses;

  Additions additions;
  additions.read(repository, parents.size() == 1 ? std::nullopt : std::optional(parents.back()), parents.front());
  if (parents.size() == 2) additions.read(repository, parents.front(), parents.back());
  return std::all_of(beyond.begin(), beyond.end(),
                     [&](const auto& file) { return additions.has(file.first, file.second); });
}

}  // namespace crmtrack::ledger
