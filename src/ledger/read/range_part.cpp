#include "ledger/read/range_part.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "git/object/tree_compare.hpp"
#include "ledger/read/remainder.hpp"
#include "ledger/rule/format.hpp"
#include "ledger/rule/path_kind.hpp"
#include "ledger/write/folder_guard.hpp"
#include "record/path.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::string_view kComplaintEnd = "-complaint.yaml";
constexpr std::string_view kCorrectionEnd = "-correction.yaml";
constexpr std::size_t kComplaintFolder = std::string_view("complaints/2026/11/21/7f3q2mxab4").size();

class PartReader {
 public:
  PartReader(const git::ObjectStore& objects, const Walk& walk)
      : objects_(objects), walk_(walk), trees_(objects.trees()), remainders_(objects) {}

  RangePart read(std::size_t from, std::size_t to, const std::function<void(std::size_t)>& tell) {
    constexpr std::size_t kStep = 256;
    for (current_ = from; current_ < to; ++current_) {
      if ((current_ - from) % kStep == 0) tell(current_ - from);
      blame_broken_commit();
      compare_with_parents();
      tell_unfounded();
      blame_foreign_root();
    }
    return std::move(part_);
  }

 private:
  void blame_broken_commit() {
    if (walk_.broken.empty()) return;
    const auto broken = walk_.broken.find(walk_.commits[current_].id);
    if (broken != walk_.broken.end()) blame({}, Range::Fault::Kind::commit_broken, std::string(broken->second), {});
  }

  /// Reports a commit without parents, unless it begins a ledger: another ledger may be joined, any other history may
  /// not.
  void blame_foreign_root() {
    const bool is_root = walk_.parents_of(current_).empty();
    const bool begins_ledger = !part_.ledger_files.empty() && part_.ledger_files.back().commit == current_;
    if (is_root && !begins_ledger)
      blame({}, Range::Fault::Kind::commit_broken, "begins a history of its own, which is no ledger's", {});
  }

  void compare_with_parents() {
    const auto parents = walk_.parents_of(current_);
    if (parents.size() > 1) return compare_merge(parents);
    const auto parent = parents.empty() ? std::nullopt : std::optional(tree_of(parents.front()));
    const auto visit = [&](const git::TreeDifference& file) {
      if (file.kind == git::TreeDifference::Kind::added) return add(file);
      blame(file);
    };
    compare(parent, visit, [&](const std::string& folder, const std::string& fault) {
      blame(folder, Range::Fault::Kind::tree_broken, fault, {});
    });
  }

  void compare(const std::optional<git::ObjectId>& older, const git::DifferenceVisitor& visit,
               const git::TreeFaultVisitor& broken) {
    FolderGuard guard;
    last_path_.clear();
    git::compare_trees(
        trees_, older, walk_.trees[current_], visit,
        [&](const std::string& path, const git::ObjectId& tree) {
          if (is_complaint_folder(path)) story_tree_ = tree;
          return guard.judge(path, tree);
        },
        broken);
  }

  /// Compares a merge with each parent. A file that no parent has is the merge's own addition. A file that it lacks or
  /// changes of any parent is a fault. A broken tree is the merge's fault only where no parent has it.
  void compare_merge(std::span<const git::ObjectId> parents) {
    std::map<std::string, std::size_t> missing_in, broken_against;
    std::set<std::string> blamed;
    for (std::size_t i = 0; i < parents.size(); ++i) {
      const bool is_last = i + 1 == parents.size();
      const auto visit = [&](const git::TreeDifference& file) {
        if (file.kind != git::TreeDifference::Kind::added) {
          if (blamed.insert(file.path).second) blame(file);
          return;
        }
        const std::size_t count = i == 0 ? (missing_in[file.path] = 1) : raise(missing_in, file.path, i);
        if (is_last && count == parents.size()) add(file);
      };
      compare(tree_of(parents[i]), visit, [&](const std::string& folder, const std::string& fault) {
        if (++broken_against[folder] == parents.size()) blame(folder, Range::Fault::Kind::tree_broken, fault, {});
      });
    }
  }

  static std::size_t raise(std::map<std::string, std::size_t>& counts, const std::string& path, std::size_t so_far) {
    const auto found = counts.find(path);
    if (found == counts.end() || found->second != so_far) return 0;
    return ++found->second;
  }

  /// The tree of a parent. The walk has parents before children, mostly right before them; other parents are read
  /// again.
  git::ObjectId tree_of(const git::ObjectId& commit) const {
    if (current_ > 0 && walk_.commits[current_ - 1].id == commit) return walk_.trees[current_ - 1];
    return objects_.read_commit(commit).tree;
  }

  void add(const git::TreeDifference& file) {
    const PathKind kind = kind_of(file.path);
    if (kind == PathKind::none) return blame(file, Range::Fault::Kind::misplaced, "no path of a ledger");
    if (file.mode != git::kFileMode) return blame(file, Range::Fault::Kind::no_file, "no ordinary file");
    if (kind == PathKind::ledger_file) return add_ledger_file(file);
    if (file.path <= last_path_) part_.in_order = false;
    last_path_ = file.path;
    part_.added.push_back({part_.paths.add(file.path), file.id, static_cast<std::uint32_t>(current_)});
    if (is_alone(file.path)) alone_.emplace_back(part_.added.back().path, story_tree_);
    if (is_intruder(file.path)) part_.unfounded.emplace_back(part_.added.back().path, current_);
  }

  void add_ledger_file(const git::TreeDifference& file) {
    if (!find_format(objects_, file.id)) {
      const bool is_there = objects_.find_size(file.id).has_value();
      return blame(file, Range::Fault::Kind::misplaced,
                   is_there ? "no file of a ledger" : "its object is not there or is damaged");
    }
    part_.ledger_files.push_back({part_.paths.add(file.path), file.id, static_cast<std::uint32_t>(current_)});
  }

  /// Whether a path has the length and beginning of `complaints/2026/11/21/7f3q2mxab4`.
  static bool is_complaint_folder(std::string_view path) {
    return path.size() == kComplaintFolder && path.starts_with("complaints/");
  }

  static bool is_complaint_record(std::string_view path) {
    return path.size() > kComplaintFolder && is_complaint_folder(path.substr(0, kComplaintFolder)) &&
           path.find('/', kComplaintFolder + 1) == std::string_view::npos;
  }

  static record::StoryRef story_of(std::string_view path) {
    const auto parsed = record::parse_path(path);
    return parsed ? parsed->story : record::StoryRef{};
  }

  /// Whether the path is a record of a complaint whose own record is absent, and was not just removed. The comparison
  /// has just passed the folder, so story_tree_ is its tree.
  [[nodiscard]] bool is_alone(std::string_view path) const {
    if (!is_complaint_record(path) || path.ends_with(kComplaintEnd) || has_record(story_tree_, kComplaintEnd))
      return false;
    return removed_.count(std::string(path.substr(0, kComplaintFolder))) == 0;
  }

  /// Whether a folder has a record whose name ends with `end`.
  [[nodiscard]] bool has_record(const git::ObjectId& folder, std::string_view end) const {
    const git::TreeBytes bytes = objects_.read_tree(folder);
    for (git::TreeCursor cursor(*bytes); !cursor.done(); cursor.next())
      if (cursor.entry().name.ends_with(end)) return true;
    return false;
  }

  /// Reports the records that are alone as unfounded, since they have not seen the complaint that they are about.
  /// Spares parts of an export: the commit that brings such a part brings the other complaints of its records too.
  void tell_unfounded() {
    if (alone_.empty()) return;
    std::set<std::string> beside;
    for (auto file = part_.added.rbegin(); file != part_.added.rend() && file->commit == current_; ++file) {
      const std::string_view name = file->path.substr(file->path.rfind('/') + 1);
      beside.emplace(name.substr(0, name.find('-')));
    }
    std::map<git::ObjectId, bool> known;
    for (const auto& [path, folder] : alone_) {
      const auto [remains, is_new] = known.try_emplace(folder, false);
      if (is_new)
        remains->second = remainders_.is_remainder(list_records(objects_, story_of(path), folder),
                                                   [&](const std::string& id) { return beside.contains(id); });
      if (!remains->second) part_.unfounded.emplace_back(path, current_);
    }
    alone_.clear();
  }

  /// Whether a complaint's own record comes to a folder that was a part of an export, and none of the records there was
  /// written after it. The complaint of that part was known before, so the record takes its place.
  [[nodiscard]] bool is_intruder(std::string_view path) {
    if (!is_complaint_record(path) || !path.ends_with(kComplaintEnd) || !has_record(story_tree_, kCorrectionEnd))
      return false;
    std::vector<FolderRecord> before;
    for (const git::ObjectId& parent : walk_.parents_of(current_)) {
      const auto folder = objects_.find_folder(tree_of(parent), path.substr(0, kComplaintFolder));
      if (!folder) continue;
      if (has_record(*folder, kComplaintEnd)) return false;
      std::ranges::move(list_records(objects_, story_of(path), *folder), std::back_inserter(before));
    }
    if (before.empty() || !remainders_.is_remainder(before)) return false;
    const std::string_view name = path.substr(kComplaintFolder + 1);
    return !remainders_.lead_to(std::string(name.substr(0, name.find('-'))), before,
                                list_records(objects_, story_of(path), story_tree_));
  }

  void blame(const git::TreeDifference& file) {
    const bool removed = file.kind == git::TreeDifference::Kind::removed;
    // A commit may remove a file that may not stand in a ledger; the commit that brought the file is reported.
    if (removed && !may_stand(objects_, file.path, file.id)) return;
    if (removed && file.path.ends_with(kComplaintEnd)) removed_.insert(file.path.substr(0, file.path.rfind('/')));
    blame(file, removed ? Range::Fault::Kind::removed : Range::Fault::Kind::changed, removed ? "removed" : "changed");
  }

  void blame(const git::TreeDifference& file, Range::Fault::Kind kind, const char* message) {
    blame(file.path, kind, message, file.id);
  }

  void blame(const std::string& path, Range::Fault::Kind kind, std::string message, const git::ObjectId& blob) {
    part_.faults.push_back({.commit = walk_.commits[current_].id.hex(),
                            .path = path,
                            .message = std::move(message),
                            .kind = kind,
                            .blob = blob});
  }

  const git::ObjectStore& objects_;
  const Walk& walk_;
  git::TreeSource trees_;
  std::size_t current_ = 0;
  std::string last_path_;          // the last addition of the present comparison
  git::ObjectId story_tree_;       // tree of the complaint's folder that is being compared
  std::set<std::string> removed_;  // folders of complaints whose own record a commit took away
  Remainders remainders_;
  std::vector<std::pair<std::string_view, git::ObjectId>> alone_;  // records of the present commit, with their folders
  RangePart part_;
};

}  // namespace

bool came_unfounded(const git::ObjectStore& objects, const git::ObjectId& commit, std::string_view path) {
  const git::CommitObject read = objects.read_commit(commit);
  Walk walk;
  walk.commits.push_back({.id = commit});
  walk.trees.push_back(read.tree);
  walk.parents = read.parents;
  walk.first_parent = {0, static_cast<std::uint32_t>(read.parents.size())};
  const RangePart part = read_part(
      objects, walk, 0, 1, [](std::size_t) {});
  return std::ranges::any_of(part.unfounded, [&](const auto& file) { return file.first == path; });
}

RangePart read_part(const git::ObjectStore& objects, const Walk& walk, std::size_t from, std::size_t to,
                    const std::function<void(std::size_t)>& tell) {
  return PartReader(objects, walk).read(from, to, tell);
}

}  // namespace crmtrack::ledger
