#include "command/common/sharing.hpp"

#include <fmt/format.h>

#include "command/common/counted.hpp"
#include "git/program/repository_checks.hpp"
#include "util/error.hpp"
#include "util/text.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

[[noreturn]] void refuse_name(Context& context, const std::string& name) {
  const std::vector<std::string> known = context.ledger().remotes();
  std::vector<std::string> hints;
  if (!known.empty()) hints.push_back("remotes: " + util::join(known, ", "));
  hints.push_back(fmt::format("a new one: {} remote add NAME URL", git::shown_git(context.location())));
  throw Error(ErrorKind::not_found, fmt::format("cannot sync with '{}': no remote has that name", name), hints);
}

[[noreturn]] void refuse_no_upstream(Context& context) {
  const std::vector<std::string> known = context.ledger().remotes();
  if (known.empty())
    throw Error(ErrorKind::repository, "cannot sync: this repository has no remote to share with",
                {fmt::format("{} remote add origin URL", git::shown_git(context.location()))});
  throw Error(
      ErrorKind::repository,
      fmt::format("cannot sync: it is not said which of the remotes {} is shared with", util::join(known, ", ")),
      {fmt::format("{} config crmtrack.remote {}", git::shown_git(context.location()), known.front())});
}

/// A clone of one branch, a bare one, a mirror: what a fetch there does not bring cannot be merged, and what it
/// overwrites is lost.
void refuse_odd_refspecs(Context& context, const ledger::Remote& remote) {
  const std::string git = git::shown_git(context.location());
  if (remote.tracking_ledger == git::kLedgerRef || remote.tracking_main == git::kMainRef)
    throw Error(
        ErrorKind::repository,
        fmt::format("cannot sync with '{}': this is a mirror, where a fetch overwrites what is ours", remote.name),
        {fmt::format("{0} config --replace-all remote.{1}.fetch '+refs/heads/*:refs/remotes/{1}/*' && {0} config "
                     "--unset-all remote.{1}.mirror",
                     git, remote.name)});
  if (remote.tracking_main.empty() && remote.tracking_ledger.empty())
    throw Error(
        ErrorKind::repository,
        fmt::format("cannot sync with '{}': a fetch from it keeps neither main nor ledger", remote.name),
        {fmt::format("{0} config --add remote.{1}.fetch '+refs/heads/*:refs/remotes/{1}/*'", git, remote.name)});
  for (const auto& [tracking, branch] : {std::pair(remote.tracking_ledger, "ledger"), {remote.tracking_main, "main"}}) {
    if (!tracking.empty()) continue;
    throw Error(
        ErrorKind::repository,
        fmt::format("cannot sync with '{}': this is a clone of a single branch, without '{}'", remote.name, branch),
        {fmt::format("{} remote set-branches --add {} {}", git, remote.name, branch)});
  }
}

}  // namespace

ledger::Remote shared_remote(Context& context, const std::string& name) {
  const auto remote = name.empty() ? context.ledger().find_upstream_remote() : context.ledger().find_remote(name);
  if (!remote && !name.empty()) refuse_name(context, name);
  if (!remote) refuse_no_upstream(context);
  refuse_odd_refspecs(context, *remote);
  return *remote;
}

bool is_upstream(Context& context, const ledger::Remote& remote) {
  const auto upstream = context.ledger().find_upstream_remote();
  return upstream && upstream->name == remote.name;
}

std::string head_of(Context& context, const std::string& reference) {
  return reference.empty() ? std::string() : git::read_reference(context.location(), reference).value_or("");
}

void set_up_sharing(Context& context) {
  try {
    const ledger::SetUp done = context.ledger().set_up_upstream();
    if (done.branches)
      context.say(fmt::format("set up '{}': git push and git pull share main and ledger with it", done.remote));
    if (done.receipts && !done.branches)
      context.say(fmt::format("set up '{}': git fetch brings its receipts, which say when what came", done.remote));
  } catch (const Error& error) {
    context.detail(error.what());  // a repository that cannot be written can still be read
  }
}

void warn_refused_records(Context& context, const std::string& before) {
  constexpr const char* kStatement =
      "SELECT \"commit\", coalesce(complaint, customer, ''), id, refused FROM record WHERE refused IS NOT NULL ORDER "
      "BY "
      "recorded_unix DESC, id LIMIT 1000";
  constexpr std::size_t kMost = 5;
  std::size_t told = 0, more = 0;
  for (const auto& row : context.index().query(kStatement, {}, context.now()).rows) {
    const std::string& commit = row[0].text;
    if (!before.empty() && context.ledger().is_ancestor(commit, before)) continue;
    if (told == kMost && ++more > 0) continue;
    ++told;
    context.warn(fmt::format("commit {}: record {} of {} does not count: {}", commit.substr(0, 12), row[2].text,
                             row[1].text, row[3].text));
  }
  if (more > 0) context.warn(fmt::format("and {}: crmtrack audit names them", counted(more, "more such record")));
}

void warn_faults(Context& context, const std::vector<ledger::Range::Fault>& faults) {
  constexpr std::size_t kMost = 10;
  for (std::size_t i = 0; i < faults.size() && i < kMost; ++i) context.warn("refused: " + line_of(faults[i]));
  if (faults.size() > kMost) context.warn(fmt::format("and {}", counted(faults.size() - kMost, "more refusal")));
}

}  // namespace crmtrack::command
