#include "ledger/mend.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ledger/first_contents.hpp"
#include "ledger/folder_guard.hpp"
#include "ledger/merge_commit.hpp"
#include "ledger/overlay_sink.hpp"
#include "ledger/range_part.hpp"
#include "ledger/range_walk.hpp"
#include "ledger/tree_edit.hpp"
#include "ledger/tree_sieve.hpp"
#include "ledger/tree_union.hpp"

namespace crmtrack::ledger {
namespace {

/// What the commits of a history added, whatever became of it.
class Additions {
 public:
  void read(const Repository& repository, const std::optional<ObjectId>& older, const ObjectId& newer) {
    const Walk walk = walk_commits(repository, older, newer, {});
    const RangePart part = read_part(repository.objects, walk, 0, walk.commits.size(), [](std::size_t) {});
    for (const Added& file : part.added) known_.emplace(file.path, file.blob);
    for (const Added& file : part.ledger_files) known_.emplace(file.path, file.blob);
  }
  [[nodiscard]] bool has(const std::string& path, const ObjectId& blob) const {
    return known_.count({path, blob}) != 0;
  }

 private:
  std::set<std::pair<std::string, ObjectId>> known_;
};

}  // namespace

UnitedTree unite_by_history(const Repository& repository, OverlaySink& sink, const ObjectId& left,
                            const ObjectId& right, const std::vector<ObjectId>& heads) {
  UnitedTree united;
  std::set<std::string> clashing;
  united.tree = unite_trees(sink.trees(), sink, left, right, [&](const std::string& path) { clashing.insert(path); });
  const FirstContents first(repository, heads, clashing);
  std::vector<PathBlob> files;
  for (const std::string& path : clashing) {
    const auto blob = first.find(path);
    const bool is_settled = blob && is_sound_file(repository.objects, path, kFileMode, *blob);
    (is_settled ? united.settled : united.undecided).insert(path);
    if (is_settled) files.push_back({*united.settled.find(path), *blob});
  }
  if (!files.empty()) united.tree = put_paths(sink.trees(), sink, united.tree, files, Existing::replace);
  return united;
}

ObjectId write_mended_tree(const Repository& repository, ObjectSink& sink, const std::optional<ObjectId>& ours,
                           const ObjectId& theirs, const Range& range) {
  const ObjectStore& objects = repository.objects;
  OverlaySink overlay(sink, objects.trees());
  std::vector<PathBlob> files;
  for (const std::vector<Added>* const added : {&range.added, &range.ledger_files}) {
    for (const Added& file : *added) {
      if (is_sound_file(objects, std::string(file.path), kFileMode, file.blob)) files.push_back({file.path, file.blob});
    }
  }
  const auto kept = sift_tree(objects, overlay, objects.read_commit(theirs).tree);
  const ObjectId root = put_paths(overlay.trees(), overlay, kept, files, Existing::replace);
  const auto sound = ours ? sift_tree(objects, overlay, objects.read_commit(*ours).tree) : std::nullopt;
  return sound ? unite_by_history(repository, overlay, *sound, root, {*ours, theirs}).tree : root;
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
          loses = loses || is_sound_file(objects, file.path, file.mode, file.id);
        },
        [&](const std::string& path, const ObjectId& folder) { return guard.judge(path, folder); },
        [&](const std::string&, const std::string&) { loses = true; });
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
  std::erase_if(beyond, [&](const auto& file) { return additions.has(file.first, file.second); });
  std::set<std::string> older;  // both have changed it
  for (const auto& [path, blob] : beyond) older.insert(path);
  const FirstContents first(repository, parents, older);
  return std::all_of(beyond.begin(), beyond.end(),
                     [&](const auto& file) { return first.find(file.first) == file.second; });
}

std::map<std::string, ObjectId> find_restored(const Repository& repository, const CommitObject& commit,
                                              const std::set<std::string>& paths) {
  const FirstContents first(repository, commit.parents, paths);
  std::map<std::string, ObjectId> restored;
  for (const std::string& path : paths) {
    const auto blob = first.find(path);
    const auto found = repository.objects.find_path(commit.tree, path);
    if (blob && found && found->first.mode == kFileMode && found->first.id() == *blob) restored.emplace(path, *blob);
  }
  return restored;
}

}  // namespace crmtrack::ledger
