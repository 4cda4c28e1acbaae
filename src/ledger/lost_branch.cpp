#include "ledger/lost_branch.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "ledger/audit_memory.hpp"
#include "ledger/branch_names.hpp"
#include "ledger/checked_out.hpp"
#include "ledger/environment.hpp"
#include "ledger/format.hpp"
#include "ledger/histories.hpp"
#include "ledger/identity.hpp"
#include "ledger/reference_update.hpp"
#include "ledger/references.hpp"
#include "ledger/refspec.hpp"
#include "ledger/repository.hpp"
#include "ledger/signature.hpp"
#include "ledger/tree.hpp"
#include "ledger/upstream.hpp"
#include "ledger/wholeness.hpp"
#include "ledger/writer_lock.hpp"

namespace crmtrack::ledger {
namespace {

/// The log tells where the branch was to the end; the index, where it was when a command last read it.
std::optional<ObjectId> last_known_head(const Location& location, const std::string& indexed) {
  const std::vector<Move> moves = read_moves(location, kLedgerRef);
  return moves.empty() || moves.front().to == ObjectId{} ? parse_object_id(indexed) : std::optional(moves.front().to);
}

std::string tracking_of(const Repository& repository) {
  const auto upstream = find_upstream(repository.settings);
  return upstream ? find_tracking_reference(repository.settings, *upstream, kLedgerRef).value_or("") : std::string();
}

/// Where the branch is known to have been, the last first. `indexed`: the commit that the index was made of.
std::vector<ObjectId> remembered_heads(const Repository& repository, const std::string& indexed) {
  std::vector<ObjectId> heads;
  const auto add = [&](const std::optional<ObjectId>& head) {
    if (head && *head != ObjectId{}) heads.push_back(*head);
  };
  for (const Move& move : read_moves(repository.location, kLedgerRef)) {
    add(move.to);
    add(move.from);
  }
  add(parse_object_id(indexed));
  add(parse_object_id(load_memory(repository.location).head));
  return heads;
}

/// Of `heads` the newest that is whole, and as wanted; where two are beside each other, the first.
template <class Predicate>
std::optional<ObjectId> newest_whole(const Repository& repository, const std::vector<ObjectId>& heads,
                                     const Predicate& is_wanted) {
  WholenessCheck check(repository.objects);
  std::optional<ObjectId> newest;
  for (const ObjectId& head : heads) {
    if (newest && !is_ancestor(repository.objects, *newest, head)) continue;
    if (check.is_whole(head) && is_wanted(head)) newest = head;
  }
  return newest;
}

/// The names in the folder `ledgers` of a commit: the random id of its ledger, and of those joined to it.
std::set<std::string> ledger_names(const ObjectStore& objects, const ObjectId& commit) {
  std::set<std::string> names;
  const auto folder = objects.find_folder(objects.read_commit(commit).tree, kFormatFolder);
  if (!folder) return names;
  const TreeBytes bytes = objects.read_tree(*folder);
  for (TreeCursor cursor(*bytes); !cursor.done(); cursor.next()) names.emplace(cursor.entry().name);
  return names;
}

bool is_one_ledger(const ObjectStore& objects, const ObjectId& one, const ObjectId& other) {
  const std::set<std::string> names = ledger_names(objects, one);
  return std::ranges::any_of(ledger_names(objects, other), [&](const auto& name) { return names.contains(name); });
}

}  // namespace

std::optional<LostBranch> find_lost_branch(const Location& location, const Environment& environment,
                                           const std::string& indexed) {
  if (read_reference(location, kLedgerRef)) return std::nullopt;
  const Repository repository = open_repository(location, environment);
  WholenessCheck check(repository.objects);
  // An audit may have read more than the index has, or be all that is remembered.
  const auto audited = parse_object_id(load_memory(repository.location).head);
  const auto known = last_known_head(location, indexed);
  ObjectId head = known ? *known : audited.value_or(ObjectId{});
  if (head == ObjectId{}) return std::nullopt;
  const std::string tracking = tracking_of(repository);
  const auto theirs = tracking.empty() ? std::nullopt : find_branch(repository, tracking);
  if (theirs && is_ancestor(repository.objects, head, *theirs)) return std::nullopt;
  if (!check.is_whole(head)) {
    return LostBranch{.head = head.hex(), .gap = check.gap(), .tracking = theirs ? tracking : std::string()};
  }
  if (audited && is_ancestor(repository.objects, head, *audited) && check.is_whole(*audited)) head = *audited;
  return LostBranch{.head = head.hex(), .gap = {}, .tracking = tracking};
}

std::optional<std::string> find_replaced_head(const Location& location, const Environment& environment,
                                              const std::string& indexed) {
  const Repository repository = open_repository(location, environment);
  const auto head = find_branch(repository, kLedgerRef);
  if (!head || is_ledger_history(repository.objects, *head)) return std::nullopt;
  std::vector<ObjectId> heads = remembered_heads(repository, indexed);
  const std::string tracking = tracking_of(repository);
  if (const auto theirs = tracking.empty() ? std::nullopt : find_branch(repository, tracking)) heads.push_back(*theirs);
  const auto newest = newest_whole(repository, heads,
                                   [&](const ObjectId& known) { return is_ledger_history(repository.objects, known); });
  return newest ? newest->hex() : std::string();
}

std::optional<std::string> find_former_head(const Location& location, const Environment& environment,
                                            const std::string& indexed, const std::string& theirs) {
  const Repository repository = open_repository(location, environment);
  const ObjectStore& objects = repository.objects;
  const auto head = find_branch(repository, kLedgerRef);
  const auto other = parse_object_id(theirs);
  if (!head || !other || is_one_ledger(objects, *head, *other)) return std::nullopt;
  const auto former = newest_whole(repository, remembered_heads(repository, indexed),
                                   [&](const ObjectId& known) { return is_one_ledger(objects, known, *other); });
  return former ? std::optional(former->hex()) : std::nullopt;
}

bool bring_back_branch(const Location& location, const Environment& environment, const LostBranch& lost,
                       util::Timestamp now) {
  const Repository repository = open_repository(location, environment);
  const auto lock = lock_writers(location, repository.access);
  refuse_checked_out_ledger(location);
  const Signature who{"crmtrack", "crmtrack", now.utc, {}};
  const BranchMove move{kLedgerRef, std::nullopt, get_object_id(lost.head), who, "crmtrack: brought back"};
  if (!move_branch(repository, move, nullptr)) return false;
  sync_branch(location, kLedgerRef);
  return true;
}

}  // namespace crmtrack::ledger
