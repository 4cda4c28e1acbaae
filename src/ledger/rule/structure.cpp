#include "ledger/rule/structure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "git/object/tree_compare.hpp"
#include "git/program/repository.hpp"
#include "git/reference/histories.hpp"
#include "ledger/rule/bounds.hpp"
#include "ledger/rule/format_right.hpp"
#include "ledger/rule/path_kind.hpp"
#include "ledger/rule/tree_sieve.hpp"
#include "ledger/share/mend.hpp"
#include "ledger/share/merge_commit.hpp"
#include "ledger/write/folder_guard.hpp"

namespace crmtrack::ledger {
namespace {

bool is_of_commit(const Range::Fault& fault) { return fault.kind == Range::Fault::Kind::commit_broken; }

/// Paths that a mend put back, with the content that they had first.
using Restored = std::map<std::string, git::ObjectId>;

/// Judges what a range of commits, from `base` to `newer`, has left.
class Outcome {
 public:
  Outcome(const git::Repository& repository, const std::optional<git::ObjectId>& base, const git::ObjectId& newer,
          const Restored& restored)
      : repository_(repository),
        objects_(repository.objects),
        base_(base),
        restored_(restored),
        tree_(root_of(newer)) {}

  /// Whether the newest tree keeps all that the range added, as it was first added, and all of the base, and has
  /// nothing else.
  [[nodiscard]] bool is_whole(const Range& range) const {
    const auto is_kept = [this](const Added& file) { return stands(file); };
    const auto is_known_kept = [this](const Added& file) {
      return !is_sound_file(objects_, std::string(file.path), git::kFileMode, file.blob) || stands(file);
    };
    return only_adds() && std::all_of(range.ledger_files.begin(), range.ledger_files.end(), is_known_kept) &&
           std::all_of(range.added.begin(), range.added.end(), is_kept) &&
           std::all_of(range.again.begin(), range.again.end(), is_kept);
  }

 private:
  [[nodiscard]] git::ObjectId root_of(const git::ObjectId& commit) const { return objects_.read_commit(commit).tree; }

  /// Whether the tree only adds to the base's, and only what may stand in a ledger.
  [[nodiscard]] bool only_adds() const {
    FolderGuard guard;
    bool only = true;
    const auto visit = [&](const git::TreeDifference& file) {
      if (file.kind == git::TreeDifference::Kind::removed && may_go(file)) return;
      only = only && (file.kind == git::TreeDifference::Kind::added || is_restored(file)) &&
             may_stand(objects_, file.path, file.id) && file.mode == git::kFileMode;
    };
    git::compare_trees(
        objects_.trees(), base_ ? std::optional(root_of(*base_)) : std::nullopt, tree_, visit,
        [&](const std::string& path, const git::ObjectId& folder) { return guard.judge(path, folder); },
        [&](const std::string&, const std::string&) { only = false; });
    return only;
  }

  [[nodiscard]] bool is_restored(const git::TreeDifference& file) const {
    const auto found = restored_.find(file.path);
    return file.kind == git::TreeDifference::Kind::changed && found != restored_.end() && found->second == file.id;
  }

  [[nodiscard]] bool may_go(const git::TreeDifference& file) const {
    return !may_stand(objects_, file.path, file.id) ||
           (base_ && is_refused_format(repository_, file.path, file.id, *base_));
  }

  [[nodiscard]] bool stands(const Added& file) const {
    const auto found = objects_.find_path(tree_, file.path);
    if (is_oversized(objects_, file.path, file.blob)) return !found || found->first.id() != file.blob;
    return found && !found->first.is_tree() && found->first.id() == file.blob;
  }

  const git::Repository& repository_;
  const git::ObjectStore& objects_;
  const std::optional<git::ObjectId>& base_;
  const Restored& restored_;
  git::ObjectId tree_;
};

/// Records that are larger than any that we read, and attachments that are larger than any that we keep.
std::vector<Range::Fault> find_oversized(const git::ObjectStore& objects, const Range& range) {
  std::vector<Range::Fault> faults;
  for (const Added& file : range.added) {
    if (!is_oversized(objects, file.path, file.blob)) continue;
    faults.push_back({.commit = range.commit_of(file).id.hex(),
                      .path = std::string(file.path),
                      .message = is_record_path(file.path)
                                     ? fmt::format("larger than {} KiB", kLargestRecord >> 10U)
                                     : fmt::format("larger than {} MiB", kLargestAttachment >> 20U),
                      .kind = Range::Fault::Kind::oversized,
                      .blob = file.blob});
  }
  return faults;
}

/// A commit stays as broken as it is: it is taken where a mend has joined it since.
bool are_commits_mended(const git::Repository& repository, const Range& range,
                        const std::vector<Range::Fault>& faults) {
  std::vector<git::ObjectId> mends;
  const bool has_broken = std::any_of(faults.begin(), faults.end(), is_of_commit);
  for (std::size_t i = 0; has_broken && i < range.commits.size(); ++i) {
    const Range::Commit& commit = range.commits[i];
    if (range.authors[commit.author] != kMergeAuthor) continue;
    if (is_mended_merge(repository, repository.objects.read_commit(commit.id))) mends.push_back(commit.id);
  }
  return std::all_of(faults.begin(), faults.end(), [&](const Range::Fault& fault) {
    return !is_of_commit(fault) || std::any_of(mends.begin(), mends.end(), [&](const git::ObjectId& mend) {
      return is_ancestor(repository.objects, git::get_object_id(fault.commit), mend);
    });
  });
}

/// Takes those faults away that are a mend's: where a parent of a mended merge has a changed file, the merge changes it
/// back.
Restored split_off_restored(const git::Repository& repository, std::vector<Range::Fault>& faults) {
  std::map<std::string, std::set<std::string>> changed;  // by commit
  for (const Range::Fault& fault : faults)
    if (fault.kind == Range::Fault::Kind::changed) changed[fault.commit].insert(fault.path);
  Restored all;
  for (const auto& [id, paths] : changed) {
    const git::CommitObject commit = repository.objects.read_commit(git::get_object_id(id));
    if (commit.author.email != kMergeAuthor || !is_mended_merge(repository, commit)) continue;
    const Restored restored = find_restored(repository, commit, paths);
    std::erase_if(faults, [&](const Range::Fault& fault) {
      return fault.kind == Range::Fault::Kind::changed && fault.commit == id && restored.count(fault.path) != 0;
    });
    all.insert(restored.begin(), restored.end());
  }
  return all;
}

}  // namespace

StructureVerdict judge_structure(const git::Repository& repository, const std::optional<git::ObjectId>& base,
                                 const git::ObjectId& newer, const Range& range) {
  StructureVerdict verdict{.faults = range.faults};
  std::erase_if(verdict.faults, [&](const Range::Fault& fault) {
    return fault.kind == Range::Fault::Kind::removed &&
           is_refused_format(repository, fault.path, fault.blob, git::get_object_id(fault.commit));
  });
  const Restored restored = split_off_restored(repository, verdict.faults);
  const std::vector<Range::Fault> oversized = find_oversized(repository.objects, range);
  verdict.faults.insert(verdict.faults.end(), oversized.begin(), oversized.end());
  if (verdict.faults.empty()) return verdict;
  verdict.is_sound = Outcome(repository, base, newer, restored).is_whole(range) &&
                     are_commits_mended(repository, range, verdict.faults);
  return verdict;
}

}  // namespace crmtrack::ledger
