#include "ledger/read/read_range.hpp"

#include <algorithm>
#include <tuple>

#include "ledger/read/range_part.hpp"
#include "ledger/read/range_walk.hpp"
#include "ledger/read/standing_content.hpp"
#include "ledger/rule/policy_lineage.hpp"

namespace crmtrack::ledger {
namespace {

class RangeReader {
 public:
  RangeReader(const git::Repository& repository, const git::Progress& progress)
      : repository_(repository), progress_(progress) {}

  Range read(const std::optional<git::ObjectId>& older, const git::ObjectId& newer,
             const std::optional<LineageReader>& lineage) {
    walk_ = walk_commits(repository_, older, newer, progress_);
    if (lineage) {
      LineageFinder finder(repository_.objects, lineage->lineage, lineage->known);
      number_lineages(walk_, lineage->lineage, [&](const git::ObjectId& commit) { return finder.find(commit); });
    }
    const std::size_t count = walk_.commits.size();
    add_part(read_part(repository_.objects, walk_, 0, count, [&](std::size_t done) {
      stop_if_interrupted(progress_);
      if (progress_.report) progress_.report(done, count);
    }));
    range_.commits = std::move(walk_.commits);
    range_.authors = std::move(walk_.authors);
    range_.policies = std::move(walk_.policies);
    // A straight line of commits that only add names each path once.
    const bool simple = walk_.linear && range_.faults.empty() && in_order_;
    StandingContents standing(repository_.objects, walk_, range_.commits, newer);
    keep_first(range_.ledger_files, standing);
    if (!simple) keep_first(range_.added, standing);
    walk_ = {};
    if (older && !simple) set_known_apart(repository_.objects.read_commit(*older).tree);
    return std::move(range_);
  }

 private:
  void add_part(RangePart part) {
    in_order_ = part.in_order;
    range_.added = std::move(part.added);
    range_.ledger_files = std::move(part.ledger_files);
    range_.faults = std::move(part.faults);
    range_.unfounded.insert(part.unfounded.begin(), part.unfounded.end());
    range_.paths.push_back(std::move(part.paths));
  }

  void keep_first(std::vector<Added>& added, StandingContents& standing) {
    const auto key = [this](const Added& file) {
      const Range::Commit& commit = range_.commit_of(file);
      return std::tie(file.path, commit.time, commit.id, file.blob);
    };
    std::sort(added.begin(), added.end(), [&](const Added& a, const Added& b) { return key(a) < key(b); });
    for (auto first = added.begin(); first != added.end();) {
      const auto last = std::find_if(first, added.end(), [&](const Added& file) { return file.path != first->path; });
      if (last - first > 1) standing.put_first({first, last});
      first = last;
    }
    const auto repeats = [this](const Added& first, const Added& other) {
      if (first.path != other.path) return false;
      if (first.blob != other.blob)
        range_.faults.push_back({.commit = range_.commit_of(other).id.hex(),
                                 .path = std::string(other.path),
                                 .message = "added with another content",
                                 .kind = Range::Fault::Kind::replaced,
                                 .blob = other.blob});
      else
        range_.rivals.push_back(other);
      return true;
    };
    added.erase(std::unique(added.begin(), added.end(), repeats), added.end());
  }

  void set_known_apart(const git::ObjectId& old_root) {
    std::vector<Added>& added = range_.added;
    const auto known = std::stable_partition(added.begin(), added.end(), [&](const Added& file) {
      return !repository_.objects.find_path(old_root, file.path);
    });
    range_.again.assign(known, added.end());
    added.erase(known, added.end());
  }

  const git::Repository& repository_;
  const git::Progress& progress_;
  Walk walk_;
  Range range_;
  bool in_order_ = true;
};

}  // namespace

Range read_range(const git::Repository& repository, const std::string& older, const std::string& newer,
                 const git::Progress& progress, const std::optional<LineageReader>& lineage) {
  const auto from = older.empty() ? std::nullopt : std::optional(git::get_object_id(older));
  return RangeReader(repository, progress).read(from, git::get_object_id(newer), lineage);
}

}  // namespace crmtrack::ledger
