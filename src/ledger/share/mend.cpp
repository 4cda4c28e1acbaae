#include "ledger/share/mend.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "git/object/overlay_sink.hpp"
#include "git/object/tree_compare.hpp"
#include "git/object/tree_edit.hpp"
#include "git/object/tree_union.hpp"
#include "ledger/read/first_contents.hpp"
#include "ledger/read/range_part.hpp"
#include "ledger/read/range_walk.hpp"
#include "ledger/rule/tree_sieve.hpp"
#include "ledger/share/merge_commit.hpp"
#include "ledger/write/folder_guard.hpp"

namespace crmtrack::ledger {
namespace {

/// The files that the commits of a history added, even if later commits removed them.
class Additions {
 public:
  void read(const git::Repository& repository, const std::optional<git::ObjectId>& older, const git::ObjectId& newer) {
    const Walk walk = walk_commits(repository, older, newer, {});
    const RangePart part = read_part(repository.objects, walk, 0, walk.commits.size(), [](std::size_t) {});
    for (const Added& file : part.added) known_.emplace(file.path, file.blob);
    for (const Added& file : part.ledger_files) known_.emplace(file.path, file.blob);
  }
  [[nodiscard]] bool has(const std::string& path, const git::ObjectId& blob) const {
    return known_.count({path, blob}) != 0;
  }

 private:
  std::set<std::pair<std::string, git::ObjectId>> known_;
};

using Contents = std::set<std::pair<std::string, git::ObjectId>>;

/// The files of a merge that some parent does not have, or not with these bytes.
struct BeyondParents {
  Contents files;
  Contents changed;    ///< of them, those that some parent has with another content
  bool loses = false;  ///< something sound of a parent is not there
};

BeyondParents compare_with_parents(const git::ObjectStore& objects, const git::CommitObject& merge) {
  BeyondParents beyond;
  for (const git::ObjectId& parent : merge.parents) {
    FolderGuard guard;
    const auto visit = [&](const git::TreeDifference& file) {
      if (file.kind == git::TreeDifference::Kind::removed) {
        beyond.loses = beyond.loses || is_sound_file(objects, file.path, file.mode, file.id);
        return;
      }
      beyond.files.emplace(file.path, file.id);
      if (file.kind == git::TreeDifference::Kind::changed) beyond.changed.emplace(file.path, file.id);
    };
    git::compare_trees(
        objects.trees(), objects.read_commit(parent).tree, merge.tree, visit,
        [&](const std::string& path, const git::ObjectId& folder) { return guard.judge(path, folder); },
        [&](const std::string&, const std::string&) { beyond.loses = true; });
  }
  return beyond;
}

bool is_in_parent(const git::ObjectStore& objects, const std::vector<git::ObjectId>& parents,
                  const Contents::value_type& file) {
  return std::any_of(
      parents.begin(), parents.end(),
      [&](const git::ObjectId& parent) {
        const auto found = objects.find_path(objects.read_commit(parent).tree, file.first);
        return found && !found->first.is_tree() && found->first.id() == file.second;
      });
}

/// Whether of what a merge changed nothing is other than the history has it first, where that tells, and `unknown`,
/// which is of no parent, is as the history has it first.
bool stand_first(const git::Repository& repository, const std::vector<git::ObjectId>& parents, const Contents& changed,
                 const Contents& unknown) {
  std::set<std::string> paths;
  for (const Contents* const files : {&changed, &unknown})
    for (const auto& [path, blob] : *files) paths.insert(path);
  const FirstContents first(repository, parents, paths);
  const auto is_first = [&](const auto& file) { return first.find(file.first) == file.second; };
  const auto may_be = [&](const auto& file) {
    const auto blob = first.find(file.first);
    return !blob || blob == file.second || !is_sound_file(repository.objects, file.first, git::kFileMode, *blob);
  };
  return std::all_of(unknown.begin(), unknown.end(), is_first) && std::all_of(changed.begin(), changed.end(), may_be);
}

}  // namespace

UnitedTree unite_by_history(const git::Repository& repository, git::OverlaySink& sink, const git::ObjectId& left,
                            const git::ObjectId& right, const std::vector<git::ObjectId>& heads) {
  UnitedTree united;
  std::set<std::string> clashing;
  united.tree =
      git::unite_trees(sink.trees(), sink, left, right, [&](const std::string& path) { clashing.insert(path); });
  const FirstContents first(repository, heads, clashing);
  std::vector<git::PathBlob> files;
  for (const std::string& path : clashing) {
    const auto blob = first.find(path);
    const bool is_settled = blob && is_sound_file(repository.objects, path, git::kFileMode, *blob);
    (is_settled ? united.settled : united.undecided).insert(path);
    if (is_settled) files.push_back({*united.settled.find(path), *blob});
  }
  if (!files.empty()) united.tree = git::put_paths(sink.trees(), sink, united.tree, files, git::Existing::replace);
  return united;
}

git::ObjectId write_mended_tree(const git::Repository& repository, git::ObjectSink& sink,
                                const std::optional<git::ObjectId>& ours, const git::ObjectId& theirs,
                                const Range& range) {
  const git::ObjectStore& objects = repository.objects;
  git::OverlaySink overlay(sink, objects.trees());
  std::vector<git::PathBlob> files;
  for (const std::vector<Added>* const added : {&range.added, &range.ledger_files}) {
    for (const Added& file : *added)
      if (is_sound_file(objects, std::string(file.path), git::kFileMode, file.blob))
        files.push_back({file.path, file.blob});
  }
  const auto kept = sift_tree(objects, overlay, objects.read_commit(theirs).tree);
  const git::ObjectId root = git::put_paths(overlay.trees(), overlay, kept, files, git::Existing::replace);
  const auto sound = ours ? sift_tree(objects, overlay, objects.read_commit(*ours).tree) : std::nullopt;
  return sound ? unite_by_history(repository, overlay, *sound, root, {*ours, theirs}).tree : root;
}

bool is_mended_merge(const git::Repository& repository, const git::CommitObject& commit) {
  const std::vector<git::ObjectId>& parents = commit.parents;
  if (parents.empty() || parents.size() > 2) return false;
  const git::ObjectStore& objects = repository.objects;
  git::CommitObject expected = compose_merge(objects, parents.front(), parents.back(), commit.tree, true);
  if (parents.size() == 1) expected.parents = parents;
  if (git::render_commit(expected) != git::render_commit(commit)) return false;

  const BeyondParents beyond = compare_with_parents(objects, commit);
  if (beyond.loses || beyond.files.empty()) return !beyond.loses;
  Contents unknown = beyond.files;
  std::erase_if(unknown, [&](const auto& file) { return is_in_parent(objects, parents, file); });
  if (!unknown.empty()) {
    Additions additions;
    additions.read(repository, parents.size() == 1 ? std::nullopt : std::optional(parents.back()), parents.front());
    if (parents.size() == 2) additions.read(repository, parents.front(), parents.back());
    std::erase_if(unknown, [&](const auto& file) { return additions.has(file.first, file.second); });
  }
  return stand_first(repository, parents, beyond.changed, unknown);
}

std::map<std::string, git::ObjectId> find_restored(const git::Repository& repository, const git::CommitObject& commit,
                                                   const std::set<std::string>& paths) {
  const FirstContents first(repository, commit.parents, paths);
  std::map<std::string, git::ObjectId> restored;
  for (const std::string& path : paths) {
    const auto blob = first.find(path);
    const auto found = repository.objects.find_path(commit.tree, path);
    if (blob && found && found->first.mode == git::kFileMode && found->first.id() == *blob)
      restored.emplace(path, *blob);
  }
  return restored;
}

}  // namespace crmtrack::ledger
