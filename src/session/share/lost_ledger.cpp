#include "session/share/lost_ledger.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "git/program/repository_checks.hpp"
#include "git/reference/branch_names.hpp"
#include "index/loss.hpp"
#include "ledger/share/lost_branch.hpp"
#include "ledger/share/remotes.hpp"
#include "session/share/sharing.hpp"
#include "session/share/synced.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

namespace {

using util::Error;
using util::ErrorKind;

constexpr std::size_t kShortId = 12;

/// The commit that the index was made of; empty where there is none.
std::string indexed_commit(const git::Location& location) {
  const auto indexed = index::look_at_index(location);
  return indexed ? indexed->commit : std::string();
}

[[noreturn]] void refuse_lost(const git::Location& location, const ledger::LostBranch& lost) {
  const std::string folder = git::shown_folder(location);
  std::vector<std::string> hints{
      fmt::format("where a clone or a backup has it: fetch it from there, then git -C '{}' update-ref {} {}", folder,
                  git::kLedgerRef, lost.head)};
  if (!lost.tracking.empty())
    hints.push_back(fmt::format("to go on without what nobody else has: git -C '{}' update-ref {} {}", folder,
                                git::kLedgerRef, lost.tracking));
  throw Error(ErrorKind::repository,
              fmt::format("cannot open '{}': its branch 'ledger' is gone, and of the commit {} that it was at, {} is "
                          "gone too",
                          folder, lost.head.substr(0, kShortId), lost.gap),
              std::move(hints));
}

}  // namespace

std::optional<std::string> bring_back_ledger(Session& session) {
  const git::Location& location = session.location();
  if (git::read_reference(location, git::kLedgerRef)) return std::nullopt;
  const auto& environment = session.settings().environment;
  const auto lost = ledger::find_lost_branch(location, environment, indexed_commit(location));
  if (!lost) return std::nullopt;
  if (!lost->gap.empty()) refuse_lost(location, *lost);
  try {
    if (!ledger::bring_back_branch(location, environment, *lost, session.timestamp())) return std::nullopt;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::repository) throw;
    session.warn(
        fmt::format("the branch 'ledger' is gone; it was at {}: {}", lost->head.substr(0, kShortId), error.what()));
    return std::nullopt;
  }
  return lost->head;
}

void refuse_replaced_ledger(Session& session) {
  const git::Location& location = session.location();
  if (!git::read_reference(location, git::kLedgerRef)) return;
  const auto known = ledger::find_replaced_head(location, session.settings().environment, indexed_commit(location));
  if (!known || known->empty()) return;
  throw Error(ErrorKind::repository,
              fmt::format("cannot use branch 'ledger': it was at {}, and now stands at a commit that is no ledger's",
                          known->substr(0, kShortId)),
              {fmt::format("to go back: {} update-ref {} {}", git::shown_git(location), git::kLedgerRef, *known)});
}

std::optional<std::string> find_way_to_former(Session& session, const std::string& theirs) {
  const git::Location& location = session.location();
  const auto former = ledger::find_former_head(session.ledger().repository(), indexed_commit(location), theirs);
  if (!former) return std::nullopt;
  return fmt::format("{} update-ref {} {}", git::shown_git(location), git::kLedgerRef, *former);
}

bool is_ledger_gone(const git::Location& location) {
  return !git::read_reference(location, git::kLedgerRef) && index::look_at_index(location);
}

void tell_brought_back(Session& session, const std::string& commit) {
  std::string sentence = fmt::format("the branch 'ledger' was gone; brought back at {}", commit.substr(0, kShortId));
  if (const auto upstream = ledger::find_upstream_remote(session.ledger())) {
    const std::string theirs = head_of(session, upstream->tracking_ledger);
    const std::size_t records = count_new_records(session.ledger(), theirs, session.ledger().head());
    if (records > 0)
      sentence += fmt::format(", with {} that '{}' lacks", util::counted(records, "record"), upstream->name);
  }
  session.warn(sentence);
}

}  // namespace crmtrack::session
