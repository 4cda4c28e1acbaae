#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "command/commands.hpp"
#include "command/common/context.hpp"
#include "command/common/output.hpp"
#include "git/program/repository_checks.hpp"
#include "git/reference/branch_names.hpp"
#include "ledger/rule/path_kind.hpp"
#include "ledger/share/own/mend.hpp"
#include "ledger/share/remotes.hpp"
#include "session/policy/conflicts.hpp"
#include "session/share/contested.hpp"
#include "session/share/refusal_hints.hpp"
#include "session/share/sharing.hpp"
#include "session/share/sync.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::command {

using document::Value;
using session::Synced;
using session::SyncOptions;
using session::Transferred;
using util::counted;
using util::Error;
using util::ErrorKind;

namespace {

std::string transferred_text(const Transferred& transferred) {
  std::vector<std::string> parts;
  if (transferred.records > 0) parts.push_back(counted(transferred.records, "record"));
  if (transferred.policy_commits > 0) parts.push_back(counted(transferred.policy_commits, "commit") + " of main");
  return util::join(parts, " and ");
}

Value transferred_value(const Transferred& transferred) {
  Value value;
  value.set("records", transferred.records);
  value.set("policy_commits", transferred.policy_commits);
  return value;
}

Value refused_value(const Synced& synced) {
  Value::List list;
  for (const auto* const faults : {&synced.own_faults, &synced.refused}) {
    for (const ledger::Range::Fault& fault : *faults) {
      Value item;
      item.set("commit", fault.commit);
      item.set("path", fault.path);
      item.set("message", fault.message);
      list.push_back(std::move(item));
    }
  }
  return list;
}

Value rejected_value(const Synced& synced) {
  Value::List list;
  for (const git::Pushed& pushed : synced.rejected) {
    Value item;
    item.set("branch", pushed.reference.substr(std::string_view("refs/heads/").size()));
    item.set("reason", pushed.reason);
    list.push_back(std::move(item));
  }
  return list;
}

/// Prints the outcome as a value; docs/json.md defines its keys.
void print_value(Context& context, const ledger::Remote& remote, const Synced& synced,
                 const std::vector<std::string>& contested) {
  Value value = make_envelope(context);
  value.set("remote", remote.name);
  value.set("received", transferred_value(synced.received));
  value.set("sent", transferred_value(synced.sent));
  value.set("refused", refused_value(synced));
  value.set("committed_anew", synced.committed_anew);
  value.set("mended", synced.mended);
  const auto& kept = synced.own_left_out ? synced.own_left_out : synced.own_mended;
  value.set("own_mended", kept ? kept->kept_as : std::string());
  value.set("rejected", rejected_value(synced));
  value.set("contested", Value::List(contested.begin(), contested.end()));
  value.set("conflict", synced.main_problem.has_value() && synced.main_problem->kind() == ErrorKind::conflict);
  context.out().print_json(value);
}

void tell_synced(Context& context, const ledger::Remote& remote, const Synced& synced) {
  std::vector<std::string> parts;
  if (!synced.received.nothing()) {
    const std::string by = synced.authors.empty() || synced.authors.size() > 3
                               ? ""
                               : fmt::format(" (by {})", util::join(synced.authors, ", "));
    parts.push_back("received " + transferred_text(synced.received) + by);
  }
  if (!synced.sent.nothing()) parts.push_back("sent " + transferred_text(synced.sent));
  if (parts.empty() && synced.mended && synced.is_ledger_sent) parts.emplace_back("sent the mended ledger");
  if (parts.empty() && (synced.others_waiting > 0 || synced.is_refused() || !synced.own_faults.empty() ||
                        synced.main_problem || !synced.rejected.empty()))
    return;
  context.say(parts.empty() ? fmt::format("'{}' and this clone have the same", remote.name)
                            : fmt::format("'{}': {}", remote.name, util::join(parts, "; ")));
}

void warn_left_out(Context& context, const ledger::OwnMended& mended) {
  std::vector<ledger::Range::Fault> faults;
  for (const ledger::PushFault& fault : mended.left_out) faults.push_back({fault.commit, fault.path, fault.message});
  warn_faults(context, faults);
}

void tell_own_mended(Context& context, const ledger::OwnMended& mended) {
  warn_left_out(context, mended);
  context.warn(
      fmt::format("made {} of the own ledger anew, without what no ledger may have: all that was sound in {} "
                  "stays; {} keeps what was there",
                  counted(mended.commits, "commit"), mended.commits == 1 ? "it" : "them", mended.kept_as));
  if (!mended.left_out.empty())
    context.warn(
        fmt::format("to see what was left out: git log -p {}; record again what should stand", mended.kept_as));
}

void tell_left_out(Context& context, const ledger::Remote& remote, const ledger::OwnMended& mended) {
  warn_left_out(context, mended);
  const std::size_t records = mended.left_out.size();
  if (records > 0)
    context.warn(fmt::format("made the own ledger anew without {} that '{}' refuses; to see {}: git log -p {}",
                             counted(records, "record"), remote.name, records == 1 ? "it" : "them", mended.kept_as));
  if (mended.of_others > 0)
    context.warn(
        fmt::format("took {} of others out, which '{}' takes from who wrote {} alone; to see {}: git log -p {}",
                    counted(mended.of_others, "commit"), remote.name, mended.of_others == 1 ? "it" : "them",
                    mended.of_others == 1 ? "it" : "them", mended.kept_as));
  if (!mended.taken_over.empty())
    context.warn(
        fmt::format("made anew under the address in use what was recorded here under {}; {} keeps what was there",
                    session::names_of(mended.taken_over), mended.kept_as));
  if (records == 0 && mended.of_others == 0 && mended.taken_over.empty())
    context.say(
        fmt::format("'{}' has what was recorded here already, by other commits: took these instead", remote.name));
}

void tell_faults(Context& context, const ledger::Remote& remote, const Synced& synced) {
  if (synced.own_mended) tell_own_mended(context, *synced.own_mended);
  if (synced.own_left_out) tell_left_out(context, remote, *synced.own_left_out);
  warn_faults(context, synced.own_faults);
  if (synced.refused.empty()) return;
  warn_faults(context, synced.refused);
  if (synced.mended)
    context.warn(
        fmt::format("took what is sound of it; the commits named stay, for crmtrack audit, in '{}'", remote.name));
}

[[noreturn]] void fail_rejected(Context& context, const ledger::Remote& remote, const Synced& synced,
                                const SyncOptions& options) {
  const git::Pushed& pushed = synced.rejected.front();
  throw Error(ErrorKind::refused,
              fmt::format("cannot push '{}' to '{}': {}",
                          pushed.reference.substr(std::string_view("refs/heads/").size()), remote.name, pushed.reason),
              hints_for_rejected(context, remote, synced, options));
}

[[noreturn]] void fail_main(Context& context, const ledger::Remote& remote, const Synced& synced) {
  const Error& problem = *synced.main_problem;
  std::vector<std::string> hints = problem.hints();
  if (!synced.main_back.nothing())
    hints.push_back(
        fmt::format("or, if another main took the place of this one there: {} push --force-with-lease {} {}",
                    git::shown_git(context.location()), remote.name, git::kMainRef));
  throw Error(problem.kind(), problem.what(), std::move(hints));
}

/// Throws the worst error of an exchange, if it has any. The exchange is over by then, and has done what it could.
void fail_where_it_did(Context& context, const ledger::Remote& remote, const Synced& synced,
                       const SyncOptions& options) {
  if (!synced.own_faults.empty())
    throw Error(
        ErrorKind::refused,
        fmt::format("cannot send the own ledger to '{}': {} no ledger may have; nothing was merged or sent",
                    remote.name, counted(synced.own_faults.size(), "change") + " that"),
        {"look at each with: git show COMMIT",
         "to send all that is sound in it, and keep what was there under refs/crmtrack/mended: crmtrack sync --mend"});
  if (synced.is_refused())
    throw Error(ErrorKind::refused,
                fmt::format("cannot take what '{}' has: {} no ledger may have; nothing was merged or sent", remote.name,
                            counted(synced.refused.size(), "change") + " that"),
                {"look at each with: git show COMMIT",
                 options.mend ? "where a path has two contents, the one stands that the shared ledger has: both sides "
                                "sync with it first"
                              : "to take all that is sound, and keep what was changed or removed there: crmtrack sync "
                                "--mend"});
  if (!synced.rejected.empty()) fail_rejected(context, remote, synced, options);
  if (!synced.own_waiting.empty())
    throw Error(ErrorKind::refused,
                fmt::format("cannot send {} to '{}': {} what others recorded and not yet sent",
                            counted(synced.own_waiting.size(), "record"), remote.name,
                            synced.own_waiting.size() == 1 ? "it needs" : "they need"),
                hints_for_others(context, synced, options));
  if (synced.main_problem) fail_main(context, remote, synced);
}

/// Tells the user of commits of others that stay in this clone. Says nothing of those where the remote refused the push
/// for them, since the error says so.
void tell_others(Context& context, const ledger::Remote& remote, const Synced& synced, const SyncOptions& options) {
  if (synced.dropped > 0)
    context.say(fmt::format("'{}' has the records of {} of others by other commits: took these instead", remote.name,
                            counted(synced.dropped, "commit")));
  if (synced.others_waiting == 0 || !synced.rejected.empty()) return;
  if (!synced.ledger_back.nothing()) return context.hint(hint_for_return(context, remote));
  context.warn(fmt::format("{} of others {} here: '{}' takes them from their authors, who send them by crmtrack sync",
                           counted(synced.others_waiting, "commit"), synced.others_waiting == 1 ? "waits" : "wait",
                           remote.name));
  if (!synced.former.empty()) context.hint(session::hint_for_former(synced));
  if (options.join) context.hint(hint_for_relay(context, options));
}

/// Tells the user that a server went back, as after a restore from an older backup, and whether it has again what it
/// lost.
void tell_went_back(Context& context, const ledger::Remote& remote, const Synced& synced) {
  const auto tell_of = [&](const ledger::WentBack& back, const char* branch, bool is_back) {
    if (back.nothing()) return;
    const std::string names = session::names_of_few(back.authors);
    context.warn(fmt::format("'{}' went back: it had {} of {} that it no longer has{}; {}", remote.name,
                             counted(back.commits.size(), "commit"), branch, names.empty() ? "" : ", by " + names,
                             is_back ? "sent again" : "this clone has what is missing"));
  };
  const auto is_rejected = [&](std::string_view reference) {
    return std::ranges::any_of(synced.rejected, [&](const auto& it) { return it.reference == reference; });
  };
  tell_of(synced.main_back, "main", !synced.main_problem && !is_rejected(git::kMainRef));
  tell_of(synced.ledger_back, "ledger", synced.is_ledger_sent);
}

void warn_clock(Context& context, const ledger::Remote& remote, const Synced& synced) {
  if (!synced.clock_behind || !synced.rejected.empty()) return;
  context.warn(fmt::format("the newest receipt of '{}' is {} ahead of this computer's clock: one of the two is wrong",
                           remote.name, util::format_duration(*synced.clock_behind)));
}

int run_dry(Context& context, const ledger::Remote& remote) {
  const Transferred waiting = waiting_to_be_sent(context, remote);
  context.say(waiting.nothing()
                  ? fmt::format("dry run: nothing to send to '{}', as far as is known here", remote.name)
                  : fmt::format("dry run: would send {} to '{}'", transferred_text(waiting), remote.name));
  return 0;
}

/// Mends the ledger of a clone that has no remote.
int mend_alone(Context& context) {
  const auto mended = ledger::mend_own(context.ledger(), {}, context.timestamp(), {});
  if (mended) tell_own_mended(context, *mended);
  if (!mended) context.say("there is nothing to mend");
  return 0;
}

std::vector<std::string> replaced_checkpoints(const Synced& synced) {
  std::vector<std::string> tags = synced.checkpoints;
  for (const auto* const mended : {&synced.own_mended, &synced.own_left_out})
    if (*mended) tags.insert(tags.end(), (*mended)->checkpoints.begin(), (*mended)->checkpoints.end());
  return tags;
}

int run_sync(Context& context, const Invocation& invocation) {
  const std::string named = invocation.positionals.empty() ? "" : invocation.positionals.front();
  if (invocation.has("mend")) context.expect_damage();
  if (invocation.has("mend") && !context.settings().dry_run && ledger::remotes(context.ledger()).empty())
    return mend_alone(context);
  ledger::Remote remote = shared_remote(context, named);
  if (context.settings().dry_run) return run_dry(context, remote);
  set_up_sharing(context);
  remote = shared_remote(context, named);  // reads the settings that set_up_sharing has made
  add_missing_conflicts(context);
  const SyncOptions options{.mend = invocation.has("mend"), .join = invocation.has("join")};
  const auto contested_before = session::find_contested(context);
  context.refresh();  // what follows looks at the policy that the exchange leaves
  const Synced synced = session::sync_with(context, remote, options);
  tell_faults(context, remote, synced);
  if (synced.committed_anew > 0)
    context.say(fmt::format("'{}' takes no commits {} so: {} committed anew, with today's date", remote.name,
                            synced.is_signed_anew ? "signed" : "dated", counted(synced.committed_anew, "record")));
  for (const std::string& tag : replaced_checkpoints(synced))
    context.warn(
        fmt::format("the checkpoint '{}' keeps the commits as they were before, and proves nothing of those of "
                    "today: crmtrack checkpoint makes another",
                    util::visible_line(tag)));
  warn_clock(context, remote, synced);
  tell_went_back(context, remote, synced);
  tell_others(context, remote, synced, options);
  tell_synced(context, remote, synced);
  std::vector<std::string> contested;
  if (synced.before && contested_before) contested = session::find_newly_contested(context, *contested_before);
  session::tell_contested(context, contested);
  if (synced.before) warn_refused_records(context, *synced.before);
  if (context.wants_data()) print_value(context, remote, synced, contested);
  fail_where_it_did(context, remote, synced, options);
  return 0;
}

}  // namespace

const CommandSpec kSync{
    .name = "sync",
    .group = "share",
    .summary = "exchange records and policy with the shared repository",
    .positionals = {{"REMOTE", "a Git remote (default: the one that main is shared with)", Completes::nothing, 0, 1}},
    .options = {OptionSpec{"--mend", "", "take what is sound of a ledger that was damaged, there or here"},
                OptionSpec{"--join", "", "take in the records of another ledger, and push what is old as it is dated"}},
    .examples = {{"crmtrack sync", "fetch, check, merge and push"},
                 {"crmtrack sync -n", "what a push would send, without asking the remote"},
                 {"crmtrack sync backup", "with a remote of that name, this once"}},
    .access = Access::as_is,
    .run = run_sync,
};

}  // namespace crmtrack::command
