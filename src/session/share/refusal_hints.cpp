#include "session/share/refusal_hints.hpp"

#include <fmt/format.h>

#include "git/program/repository_checks.hpp"
#include "git/reference/branch_names.hpp"
#include "ledger/read/read.hpp"
#include "ledger/share/push/check.hpp"
#include "ledger/share/remotes.hpp"
#include "policy/authority.hpp"
#include "session/share/sharing.hpp"
#include "util/counted.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::session {

namespace {

using Cause = ledger::PushFault::Cause;

std::string names_of_others(const Synced& exchanged) {
  const std::string names = names_of_few(exchanged.others);
  return names.empty() ? "others" : names;
}

/// Whether our main is part of the upstream's, so that another server lacks only what the upstream has.
bool is_behind_upstream(Session& session, const ledger::Remote& remote) {
  const auto upstream = ledger::find_upstream_remote(session.ledger());
  if (!upstream || upstream->name == remote.name) return false;
  const auto ours = git::read_reference(session.location(), git::kMainRef);
  const auto theirs = git::read_reference(session.location(), upstream->tracking_main);
  return ours && theirs && ledger::is_ancestor(session.ledger(), *ours, *theirs);
}

std::vector<std::string> hints_for_ledger(Session& session, const ledger::Remote& remote, const Synced& exchanged,
                                          const SyncOptions& options) {
  if (!exchanged.ledger_back.nothing() && !exchanged.foreseen.empty()) return {hint_for_return(session, remote)};
  if (exchanged.clock_behind)
    return {fmt::format("this computer's clock is {} behind the newest receipt of '{}'",
                        util::format_duration(*exchanged.clock_behind), remote.name),
            "where it is wrong: set it, then crmtrack sync"};
  if (!exchanged.unfit_key.empty())
    return {exchanged.unfit_key,
            "set commit.gpgSign, gpg.format and user.signingKey to a key that it allows; crmtrack sync then signs what "
            "waits"};
  if (exchanged.is_unlike_anew)
    return {"what waits cannot be committed anew: commits of today would not hold what is here, to the byte",
            "with the right 'relay' all can be sent, as it is dated: crmtrack sync --join"};
  std::vector<std::string> hints;
  if (exchanged.clocks_differ)
    hints.push_back(
        fmt::format("the clock of '{}' is ahead of this computer's: it refuses what it would take by the "
                    "time that it is here",
                    remote.name));
  if (exchanged.own_refused > 0)
    hints.emplace_back(
        "to send all that it takes, and keep the rest here under refs/crmtrack/mended: crmtrack sync --mend");
  if (!hints.empty() && exchanged.own_waiting.empty()) return hints;
  const std::vector<std::string> for_others = hints_for_others(session, exchanged, options);
  hints.insert(hints.end(), for_others.begin(), for_others.end());
  if (hints.empty() && !exchanged.foreseen.empty() && !is_upstream(session, remote))
    hints.push_back(hint_for_return(session, remote));
  return hints;
}

/// The causes for which a server refuses main: those that our own rules find, else the one that the server's words
/// tell.
std::set<Cause> causes_for_main(Session& session, const git::Pushed& pushed, const std::string& theirs) {
  const util::Timestamp now = session.timestamp();
  const std::string ours = git::read_reference(session.location(), git::kMainRef).value_or("");
  std::set<Cause> causes;
  for (const ledger::PushFault& fault : ledger::foresee_push(session.ledger(), {git::kMainRef, theirs, ours}, theirs,
                                                             {session.ledger().author(now).email, now.utc}))
    causes.insert(fault.cause);
  if (causes.empty() && pushed.reason.find("in the future") != std::string::npos) causes.insert(Cause::date);
  return causes;
}

/// The hints for a refused main. They suggest a proposal only where the author lacks the right, since a server refuses
/// a proposal for all other causes too.
std::vector<std::string> hints_for_main(Session& session, const ledger::Remote& remote, const Synced& exchanged) {
  if (!exchanged.main_back.nothing() || is_behind_upstream(session, remote))
    return {hint_for_return(session, remote), "until then leave main as it is here"};
  const git::Pushed& pushed = exchanged.rejected.front();
  const git::Location& location = session.location();
  const auto theirs = git::read_reference(location, remote.tracking_main);
  if (!theirs) return {};
  const std::set<Cause> causes = causes_for_main(session, pushed, *theirs);
  const bool is_bare = location.work_tree.empty();
  const std::string git = git::shown_git(location);
  if (causes.contains(Cause::policy))
    return {"crmtrack policy check names each place: mend it, git commit, then crmtrack sync"};
  if (causes.contains(Cause::date))
    return {
        fmt::format("where this computer's clock was wrong: {} commit --amend --reset-author, then crmtrack sync", git),
        "where it is the server's, whoever runs it sets it; then crmtrack sync"};
  if (causes.contains(Cause::file))
    return {
        fmt::format("to commit it anew without that: {} reset --soft {}, then git restore --staged FILE, git commit, "
                    "crmtrack sync",
                    git, remote.tracking_main)};
  return {fmt::format("to propose it: {} push {} refs/heads/main:refs/heads/policy/NAME", git, remote.name),
          fmt::format("then to go on with the policy in force: {} {} {}", git,
                      is_bare ? "branch -f main" : "checkout -B main", remote.tracking_main)};
}

/// Whether the server knows the user by another address than user.email.
bool is_known_otherwise(Session& session, const git::Pushed& pushed) {
  return pushed.reason.find(fmt::format("its author is {}, but ", util::visible_line(session.me_or_nobody()))) !=
         std::string::npos;
}

}  // namespace

std::string names_of(const std::set<std::string>& addresses) {
  return util::visible_line(util::join({addresses.begin(), addresses.end()}, ", "));
}

std::string names_of_few(const std::set<std::string>& addresses) {
  constexpr std::size_t kMost = 3;
  return addresses.size() > kMost ? std::string() : names_of(addresses);
}

std::string hint_for_former(const Synced& exchanged) {
  return fmt::format(
      "records by {} were made in this clone: crmtrack sync --mend makes them anew under the address in use",
      names_of(exchanged.former));
}

std::string hint_for_relay(Session& session, const SyncOptions& options) {
  if (!options.join) return "with the right 'relay' all can be sent, as it is dated: crmtrack sync --join";
  const policy::Authority authority(session.policy());
  const std::string holders = authority.holders(policy::Right::relay, policy::authority_date(session.now()));
  if (holders == "nobody")
    return "to send the records of others takes the right 'relay', which the policy here gives to nobody";
  return fmt::format("crmtrack sync --join sends them for who has the right 'relay': {}", holders);
}

std::string hint_for_return(Session& session, const ledger::Remote& remote) {
  return fmt::format("who has the rights 'relay' and 'policy' brings it there: crmtrack sync{}",
                     is_upstream(session, remote) ? ", in a clone that has it" : " " + remote.name);
}

std::vector<std::string> hints_for_others(Session& session, const Synced& exchanged, const SyncOptions& options) {
  std::vector<std::string> hints;
  if (!exchanged.former.empty()) hints.push_back(hint_for_former(exchanged));
  if (!exchanged.own_waiting.empty())
    hints.push_back(
        fmt::format("{} of yours {} what {} recorded and not yet sent: they send first, by crmtrack sync "
                    "there; then crmtrack sync here",
                    util::counted(exchanged.own_waiting.size(), "record"),
                    exchanged.own_waiting.size() == 1 ? "needs" : "need", names_of_others(exchanged)));
  if (exchanged.others_waiting > 0) hints.push_back(hint_for_relay(session, options));
  return hints;
}

std::vector<std::string> hints_for_rejected(Session& session, const ledger::Remote& remote, const Synced& exchanged,
                                            const SyncOptions& options) {
  const git::Pushed& pushed = exchanged.rejected.front();
  if (pushed.reference != git::kLedgerRef) return hints_for_main(session, remote, exchanged);
  std::vector<std::string> hints = hints_for_ledger(session, remote, exchanged, options);
  if (is_known_otherwise(session, pushed))
    hints.insert(hints.begin(),
                 "the server knows you by another address: git config user.email ADDRESS, then crmtrack sync --mend");
  return hints;
}

}  // namespace crmtrack::session
