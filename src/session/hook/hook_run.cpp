#include "session/hook/hook_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "git/reference/branch_names.hpp"
#include "ledger/share/remotes.hpp"
#include "ledger/write/guard.hpp"
#include "session/hook/receipt_hook.hpp"
#include "session/hook/server_hook.hpp"
#include "session/share/receive.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::session {

namespace {

/// One line of a hook's standard input, as its words.
using HookLine = std::vector<std::string>;

std::vector<HookLine> lines_of(const std::string& input, std::size_t words) {
  std::vector<HookLine> lines;
  for (const std::string& line : util::split(input, '\n'))
    if (HookLine found = util::split(line, ' '); found.size() == words) lines.push_back(std::move(found));
  return lines;
}

/// A commit's id; empty for the zeros by which Git means that there is none.
std::string id_or_nothing(const std::string& id) {
  return id.find_first_not_of('0') == std::string::npos ? std::string() : id;
}

/// The ledger that a hook guards; null where it cannot be opened or its branch is gone. A hook guards against mistakes,
/// so without a ledger it lets Git work.
ledger::Ledger* find_ledger(Session& session) {
  try {
    const auto location = session.find_location();
    return location && git::read_reference(*location, git::kLedgerRef) ? &session.ledger() : nullptr;
  } catch (const util::Error&) {
    return nullptr;
  }
}

int refuse_move(Session& session, const std::string& what, const std::string& why) {
  session.warn(fmt::format("cannot {}: {}", what, why));
  session.hint("the ledger is only ever added to; a mistake is corrected by a later record: crmtrack correct");
  session.hint("if you are sure: set CRMTRACK_HOOK=off for this one git command");
  return static_cast<int>(util::ErrorKind::refused);
}

/// Refuses a move of the branch `ledger` that does more than add records. Git calls this before a commit with `ledger`
/// checked out, before `git update-ref` and `git branch -f`, and before anything else that moves a branch here.
int guard_branch(Session& session, const std::vector<HookLine>& moves) {
  for (const HookLine& move : moves) {
    if (move[2] != git::kLedgerRef) continue;
    ledger::Ledger* ledger = find_ledger(session);
    if (ledger == nullptr) return 0;
    // Git gives no old value where its caller gave none, so the hook reads it.
    const std::string now = git::read_reference(session.location(), git::kLedgerRef).value_or("");
    const std::string next = id_or_nothing(move[1]);
    if (next.empty() && ledger::is_packed_as_it_is(session.location(), git::kLedgerRef)) continue;
    if (const auto why = ledger::find_move_fault(*ledger, now, next))
      return refuse_move(session, "move the branch 'ledger'", *why);
  }
  return 0;
}

/// Merges the upstream's ledger at once after a fetch that moved its tracking branch, so that a push after the pull is
/// accepted. Only warns where the merge fails: the fetch is done, and the next command tries again.
void receive_fetched(Session& session, const std::vector<HookLine>& moves) {
  ledger::Ledger* ledger = find_ledger(session);
  const auto upstream = ledger == nullptr ? std::nullopt : ledger::find_upstream_remote(*ledger);
  if (!upstream || upstream->tracking_ledger.empty()) return;
  const bool moved = std::any_of(moves.begin(), moves.end(), [&](const HookLine& move) {
    return move[2] == upstream->tracking_ledger && !id_or_nothing(move[1]).empty();
  });
  if (moved) receive(session);
}

int run_reference_transaction(Session& session, const std::string& state, const std::string& input) {
  const std::vector<HookLine> moves = lines_of(input, 3);  // <old> <new> <reference>
  if (state == "prepared") return guard_branch(session, moves);
  if (state == "committed") receive_fetched(session, moves);
  return 0;
}

int run_pre_push(Session& session, const std::string&, const std::string& input) {
  for (const HookLine& move : lines_of(input, 4)) {  // <our reference> <our id> <their reference> <their id>
    if (move[2] != git::kLedgerRef) continue;
    ledger::Ledger* ledger = find_ledger(session);
    if (ledger == nullptr) return 0;
    if (const auto why = ledger::find_move_fault(*ledger, id_or_nothing(move[3]), id_or_nothing(move[1])))
      return refuse_move(session, "push the branch 'ledger'", *why);
  }
  return 0;
}

}  // namespace

HookRunner find_hook(std::string_view name) {
  if (name == "reference-transaction") return run_reference_transaction;
  if (name == "pre-push") return run_pre_push;
  if (name == "pre-receive") return run_pre_receive;
  if (name == kReceiptHook) return run_post_receive;
  return nullptr;
}

}  // namespace crmtrack::session
