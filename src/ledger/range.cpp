#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "ledger/format.hpp"
#include "ledger/ledger.hpp"
#include "ledger/range_walk.hpp"
#include "ledger/repository.hpp"
#include "record/path.hpp"

namespace crmtrack::ledger {
namespace {

enum class PathKind { record, ledger_file, none };

PathKind kind_of(std::string_view path) {
  if (record::parse_path(path)) return PathKind::record;
  const bool in_ledgers = path.starts_with(kFormatFolder) && path.substr(kFormatFolder.size()).starts_with('/');
  const std::string_view name = in_ledgers ? path.substr(kFormatFolder.size() + 1) : std::string_view();
  return name.ends_with(".yaml") && name.find('/') == std::string_view::npos ? PathKind::ledger_file : PathKind::none;
}

/// A file that a commit added, before it is known whether that commit is the record's.
struct Candidate {
  std::string path;
  ObjectId blob;
  std::size_t commit = 0;  ///< index into the walk
};

class RangeReader {
 public:
  RangeReader(const Repository& repository, const Progress& progress)
      : repository_(repository), progress_(progress), trees_(repository.objects.trees()) {}

  Range read(const std::optional<ObjectId>& older, const ObjectId& newer) {
    walk_ = walk_commits(repository_, older, newer, progress_);
    for (current_ = 0; current_ < walk_.commits.size(); ++current_) {
      tell();
      compare_with_parents();
    }
    // A straight line of commits that only add names each path once.
    if (!walk_.linear || !range_.faults.empty()) keep_first_additions();
    split(older);
    return std::move(range_);
  }

 private:
  void tell() const {
    constexpr std::size_t kStep = 256;
    if (current_ % kStep != 0) return;
    stop_if_interrupted(progress_);
    if (progress_.report) progress_.report(current_, walk_.commits.size());
  }

  void compare_with_parents() {
    const WalkedCommit& commit = walk_.commits[current_];
    if (commit.parents.size() > 1) return compare_merge(commit);
    const auto parent = commit.parents.empty() ? std::nullopt : std::optional(tree_of(commit.parents.front()));
    compare_trees(trees_, parent, commit.tree, [&](const TreeDifference& file) {
      if (file.kind == TreeDifference::Kind::added) return add(file);
      blame(file);
    });
  }

  /// What a merge itself adds is what none of its parents has; what it lacks or changes of any is a fault.
  void compare_merge(const WalkedCommit& commit) {
    std::map<std::string, std::size_t> missing_in;
    std::set<std::string> blamed;
    for (std::size_t i = 0; i < commit.parents.size(); ++i) {
      const bool is_last = i + 1 == commit.parents.size();
      compare_trees(trees_, tree_of(commit.parents[i]), commit.tree, [&](const TreeDifference& file) {
        if (file.kind != TreeDifference::Kind::added) {
          if (blamed.insert(file.path).second) blame(file);
          return;
        }
        const std::size_t count = i == 0 ? (missing_in[file.path] = 1) : raise(missing_in, file.path, i);
        if (is_last && count == commit.parents.size()) add(file);
      });
    }
  }

  static std::size_t raise(std::map<std::string, std::size_t>& counts, const std::string& path, std::size_t so_far) {
    const auto found = counts.find(path);
    if (found == counts.end() || found->second != so_far) return 0;
    return ++found->second;
  }

  /// Parents come before their children in the walk, mostly right before; others are read again.
  ObjectId tree_of(const ObjectId& commit) const {
    if (current_ > 0 && walk_.commits[current_ - 1].id == commit) return walk_.commits[current_ - 1].tree;
    return repository_.objects.read_commit(commit).tree;
  }

  void add(const TreeDifference& file) {
    const PathKind kind = kind_of(file.path);
    if (kind == PathKind::none) return blame(file.path, "no path of a ledger");
    if (file.mode != kFileMode) return blame(file.path, "no ordinary file");
    if (kind == PathKind::record) candidates_.push_back({file.path, file.id, current_});
  }

  void blame(const TreeDifference& file) {
    blame(file.path, file.kind == TreeDifference::Kind::removed ? "removed" : "changed");
  }

  void blame(const std::string& path, const std::string& message) {
    range_.faults.push_back({.commit = walk_.commits[current_].id.hex(), .path = path, .message = message});
  }

  void keep_first_additions() {
    const auto key = [this](const Candidate& candidate) {
      const WalkedCommit& commit = walk_.commits[candidate.commit];
      return std::tie(candidate.path, commit.time, commit.id);
    };
    std::sort(candidates_.begin(), candidates_.end(),
              [&](const Candidate& a, const Candidate& b) { return key(a) < key(b); });
    std::vector<Candidate> kept;
    for (Candidate& candidate : candidates_) {
      if (kept.empty() || kept.back().path != candidate.path) {
        kept.push_back(std::move(candidate));
      } else if (kept.back().blob != candidate.blob) {
        current_ = candidate.commit;
        blame(candidate.path, "added with another content");
      }
    }
    candidates_ = std::move(kept);
  }

  void split(const std::optional<ObjectId>& older) {
    const bool all_new = !older || (walk_.linear && range_.faults.empty());
    const auto old_root = all_new ? std::nullopt : std::optional(repository_.objects.read_commit(*older).tree);
    for (Candidate& candidate : candidates_) {
      const bool known = old_root && repository_.objects.find_path(*old_root, candidate.path);
      const WalkedCommit& commit = walk_.commits[candidate.commit];
      (known ? range_.again : range_.added)
          .push_back({.file = {std::move(candidate.path), candidate.blob.hex()},
                      .commit = commit.id.hex(),
                      .author = walk_.authors[commit.author],
                      .recorded_at = commit.time});
    }
  }

  const Repository& repository_;
  const Progress& progress_;
  TreeSource trees_;
  Walk walk_;
  std::size_t current_ = 0;
  std::vector<Candidate> candidates_;
  Range range_;
};

}  // namespace

Range Ledger::range(const std::string& older, const std::string& newer, const Progress& progress) const {
  const auto from = older.empty() ? std::nullopt : std::optional(get_object_id(older));
  return RangeReader(*impl_, progress).read(from, get_object_id(newer));
}

}  // namespace crmtrack::ledger
