#include "ledger/share/lost_branch.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "git/object/signature.hpp"
#include "git/object/tree.hpp"
#include "git/program/environment.hpp"
#include "git/program/identity.hpp"
#include "git/program/repository.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/histories.hpp"
#include "git/reference/reference_update.hpp"
#include "git/reference/references.hpp"
#include "git/reference/refspec.hpp"
#include "git/reference/writer_lock.hpp"
#include "ledger/audit/memory.hpp"
#include "ledger/audit/proof/wholeness.hpp"
#include "ledger/rule/format.hpp"
#include "ledger/share/upstream.hpp"
#include "ledger/write/checked_out.hpp"

namespace crmtrack::ledger {
namespace {

/// The log tells where the branch was to the end; the index, where it was when a command last read it.
std::optional<git::ObjectId> last_known_head(const git::Location& location, const std::string& indexed) {
  const std::vector<git::Move> moves = git::read_moves(location, git::kLedgerRef);
  return moves.empty() || moves.front().to == git::ObjectId{} ? git::parse_object_id(indexed)
                                                              : std::optional(moves.front().to);
}

std::string tracking_of(const git::Repository& repository) {
  const auto upstream = find_upstream(repository.settings);
  return upstream ? git::find_tracking_reference(repository.settings, *upstream, git::kLedgerRef).value_or("")
                  : std::string();
}

/// Where the branch is known to have been, the last first. `indexed`: the commit that the index was made of.
std::vector<git::ObjectId> remembered_heads(const git::Repository& repository, const std::string& indexed) {
  std::vector<git::ObjectId> heads;
  const auto add = [&](const std::optional<git::ObjectId>& head) {
    if (head && *head != git::ObjectId{}) heads.push_back(*head);
  };
  for (const git::Move& move : git::read_moves(repository.location, git::kLedgerRef)) {
    add(move.to);
    add(move.from);
  }
  add(git::parse_object_id(indexed));
  add(git::parse_object_id(load_memory(repository.location).head));
  return heads;
}

/// Of `heads` the newest that is whole, and as wanted; where two are beside each other, the first.
template <class Predicate>
std::optional<git::ObjectId> newest_whole(const git::Repository& repository, const std::vector<git::ObjectId>& heads,
                                          const Predicate& is_wanted) {
  WholenessCheck check(repository.objects);
  std::optional<git::ObjectId> newest;
  for (const git::ObjectId& head : heads) {
    if (newest && !is_ancestor(repository.objects, *newest, head)) continue;
    if (check.is_whole(head) && is_wanted(head)) newest = head;
  }
  return newest;
}

/// The names in the folder `ledgers` of a commit: the random id of its ledger, and of those joined to it.
std::set<std::string> ledger_names(const git::ObjectStore& objects, const git::ObjectId& commit) {
  std::set<std::string> names;
  const auto folder = objects.find_folder(objects.read_commit(commit).tree, kFormatFolder);
  if (!folder) return names;
  const git::TreeBytes bytes = objects.read_tree(*folder);
  for (git::TreeCursor cursor(*bytes); !cursor.done(); cursor.next()) names.emplace(cursor.entry().name);
  return names;
}

bool is_one_ledger(const git::ObjectStore& objects, const git::ObjectId& one, const git::ObjectId& other) {
  const std::set<std::string> names = ledger_names(objects, one);
  return std::ranges::any_of(ledger_names(objects, other), [&](const auto& name) { return names.contains(name); });
}

}  // namespace

std::optional<LostBranch> find_lost_branch(const git::Location& location, const git::Environment& environment,
                                           const std::string& indexed) {
  if (git::read_reference(location, git::kLedgerRef)) return std::nullopt;
  const git::Repository repository = git::open_repository(location, environment);
  WholenessCheck check(repository.objects);
  // An audit may have read more than the index has, or be all that is remembered.
  const auto audited = git::parse_object_id(load_memory(repository.location).head);
  const auto known = last_known_head(location, indexed);
  git::ObjectId head = known ? *known : audited.value_or(git::ObjectId{});
  if (head == git::ObjectId{}) return std::nullopt;
  const std::string tracking = tracking_of(repository);
  const auto theirs = tracking.empty() ? std::nullopt : git::find_branch(repository, tracking);
  if (theirs && is_ancestor(repository.objects, head, *theirs)) return std::nullopt;
  if (!check.is_whole(head))
    return LostBranch{.head = head.hex(), .gap = check.gap(), .tracking = theirs ? tracking : std::string()};
  if (audited && is_ancestor(repository.objects, head, *audited) && check.is_whole(*audited)) head = *audited;
  return LostBranch{.head = head.hex(), .gap = {}, .tracking = tracking};
}

std::optional<std::string> find_replaced_head(const git::Location& location, const git::Environment& environment,
                                              const std::string& indexed) {
  const git::Repository repository = git::open_repository(location, environment);
  const auto head = git::find_branch(repository, git::kLedgerRef);
  if (!head || is_ledger_history(repository.objects, *head)) return std::nullopt;
  std::vector<git::ObjectId> heads = remembered_heads(repository, indexed);
  const std::string tracking = tracking_of(repository);
  if (const auto theirs = tracking.empty() ? std::nullopt : git::find_branch(repository, tracking))
    heads.push_back(*theirs);
  const auto newest = newest_whole(
      repository, heads, [&](const git::ObjectId& known) { return is_ledger_history(repository.objects, known); });
  return newest ? newest->hex() : std::string();
}

std::optional<std::string> find_former_head(const git::Repository& repository, const std::string& indexed,
                                            const std::string& theirs) {
  const git::ObjectStore& objects = repository.objects;
  const auto head = git::find_branch(repository, git::kLedgerRef);
  const auto other = git::parse_object_id(theirs);
  if (!head || !other || is_one_ledger(objects, *head, *other)) return std::nullopt;
  const auto former = newest_whole(repository, remembered_heads(repository, indexed),
                                   [&](const git::ObjectId& known) { return is_one_ledger(objects, known, *other); });
  return former ? std::optional(former->hex()) : std::nullopt;
}

bool bring_back_branch(const git::Location& location, const git::Environment& environment, const LostBranch& lost,
                       util::Timestamp now) {
  const git::Repository repository = git::open_repository(location, environment);
  const auto lock = git::lock_writers(location, repository.access);
  refuse_checked_out_ledger(location);
  const git::Signature who{"crmtrack", "crmtrack", now.utc, {}};
  const git::BranchMove move{git::kLedgerRef, std::nullopt, git::get_object_id(lost.head), who,
                             "crmtrack: brought back"};
  if (!git::move_branch(repository, move, nullptr)) return false;
  git::sync_branch(location, git::kLedgerRef);
  return true;
}

}  // namespace crmtrack::ledger
