#include "ledger/audit/proof/wholeness.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "git/object/tree.hpp"
#include "git/program/environment.hpp"
#include "git/program/repository.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/references.hpp"
#include "git/reference/refspec.hpp"
#include "ledger/share/upstream.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

/// nullopt where it is absent, or no commit.
std::optional<git::CommitObject> find_commit(const git::ObjectStore& objects, const git::ObjectId& id) {
  try {
    return objects.read_commit(id);
  } catch (const util::Error&) {
    return std::nullopt;
  }
}

}  // namespace

void WholenessCheck::note_gap(const char* kind, const git::ObjectId& id, const std::string& path) {
  if (!gap_.empty()) return;
  const std::string object = fmt::format("{} {}", kind, id.hex());
  gap_ = path.empty() ? object : fmt::format("'{}' ({})", util::visible_line(path), object);
}

bool WholenessCheck::is_whole(const git::ObjectId& commit) {
  if (!has_whole_history(commit)) return false;
  return has_whole_tree(objects_.read_commit(commit).tree, {});
}

/// Parents first; a history is deeper than the stack.
bool WholenessCheck::has_whole_history(const git::ObjectId& commit) {
  struct Visit {
    git::ObjectId id;
    std::vector<git::ObjectId> parents;  ///< empty until it was read
    bool was_read = false;
  };
  std::vector<Visit> visits{{.id = commit, .parents = {}}};
  while (!visits.empty()) {
    Visit& visit = visits.back();
    if (histories_.count(visit.id) != 0) {
      visits.pop_back();
    } else if (!visit.was_read) {
      auto found = find_commit(objects_, visit.id);
      visit.was_read = true;
      if (found) visit.parents = std::move(found->parents);
      if (!found) note_gap("commit", visit.id, {});
      if (!found) histories_[visit.id] = false;
      const std::vector<git::ObjectId> parents = visit.parents;
      for (const git::ObjectId& parent : parents) visits.push_back({.id = parent, .parents = {}});
    } else {
      histories_[visit.id] = std::all_of(visit.parents.begin(), visit.parents.end(),
                                         [this](const git::ObjectId& parent) { return histories_.at(parent); });
      visits.pop_back();
    }
  }
  return histories_.at(commit);
}

bool WholenessCheck::has_whole_tree(const git::ObjectId& tree, const std::string& path) {
  constexpr std::ptrdiff_t kDeepest = 32;  // ours are nested to eight
  if (const auto known = trees_.find(tree); known != trees_.end()) return known->second;
  // Nothing that a ledger has lies below: what is there is a stray, and no gap.
  if (std::count(path.begin(), path.end(), '/') >= kDeepest) return true;
  bool whole = true;
  try {
    const git::TreeBytes bytes = objects_.read_tree(tree);
    for (git::TreeCursor cursor(*bytes); whole && !cursor.done(); cursor.next())
      whole = has_whole_entry(cursor.entry(), path);
  } catch (const util::Error&) {
    whole = false;
  }
  if (!whole) note_gap("tree", tree, path);
  return trees_[tree] = whole;
}

bool WholenessCheck::has_whole_entry(const git::TreeEntry& entry, const std::string& path) {
  const std::string below = path.empty() ? std::string(entry.name) : fmt::format("{}/{}", path, entry.name);
  if (entry.is_tree()) return has_whole_tree(entry.id(), below);
  if (entry.mode == git::kSubmoduleMode || objects_.find_size(entry.id())) return true;
  note_gap("blob", entry.id(), below);
  return false;
}

namespace {

/// Where the branch may have been, the likeliest first: its log, the upstream's, and what it descends from.
class PastHeads {
 public:
  PastHeads(const git::Repository& repository, std::string name, const std::optional<git::ObjectId>& head)
      : repository_(repository), name_(std::move(name)), head_(head) {}

  std::string find_whole(WholenessCheck& check) const {
    for (const git::Move& move : git::read_moves(repository_.location, name_)) {
      for (const git::ObjectId& id : {move.to, move.from})
        if (id != git::ObjectId{} && check.is_whole(id)) return id.hex();
    }
    if (const auto theirs = find_theirs(); theirs && check.is_whole(*theirs)) return theirs->hex();
    return find_ancestor(check);
  }

 private:
  [[nodiscard]] std::optional<git::ObjectId> find_theirs() const {
    const auto upstream = find_upstream(repository_.settings);
    const auto tracking =
        upstream ? git::find_tracking_reference(repository_.settings, *upstream, name_) : std::nullopt;
    return tracking ? git::find_branch(repository_, *tracking) : std::nullopt;
  }

  [[nodiscard]] std::string find_ancestor(WholenessCheck& check) const {
    std::optional<git::ObjectId> id = head_;
    while (id && !check.is_whole(*id)) {
      const auto commit = find_commit(repository_.objects, *id);
      id = commit && !commit->parents.empty() ? std::optional(commit->parents.front()) : std::nullopt;
    }
    return id ? id->hex() : std::string();
  }

  const git::Repository& repository_;
  std::string name_;
  std::optional<git::ObjectId> head_;
};

std::optional<DamagedBranch> find_damage(const git::Repository& repository, const std::string& name) {
  std::error_code failed;
  const auto head = git::find_branch(repository, name);
  if (!head && !std::filesystem::is_regular_file(repository.location.common_dir / name, failed)) return std::nullopt;
  WholenessCheck check(repository.objects);
  if (head && check.is_whole(*head)) return std::nullopt;
  DamagedBranch damaged{.name = name, .head = {}, .gap = check.gap(), .whole = {}, .remote = {}};
  if (head) damaged.head = head->hex();
  damaged.whole = PastHeads(repository, name, head).find_whole(check);
  damaged.remote = find_upstream(repository.settings).value_or("");
  return damaged;
}

}  // namespace

std::vector<DamagedBranch> find_damaged_branches(const git::Location& location, const git::Environment& environment) {
  const git::Repository repository = git::open_repository(location, environment);
  std::vector<DamagedBranch> damaged;
  const auto upstream = find_upstream(repository.settings);
  for (const char* name : {git::kLedgerRef, git::kMainRef}) {
    // A clone that has no branch of its own yet reads what was fetched.
    const auto fetched = upstream ? git::find_tracking_reference(repository.settings, *upstream, name) : std::nullopt;
    std::error_code failed;
    const bool is_own = !fetched || git::find_branch(repository, name) ||
                        std::filesystem::exists(repository.location.common_dir / name, failed);
    if (auto branch = find_damage(repository, is_own ? std::string(name) : *fetched))
      damaged.push_back(std::move(*branch));
  }
  return damaged;
}

}  // namespace crmtrack::ledger
