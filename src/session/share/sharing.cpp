#include "session/share/sharing.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "git/program/repository_checks.hpp"
#include "git/reference/branch_names.hpp"
#include "index/read/overview.hpp"
#include "ledger/read/read.hpp"
#include "ledger/share/remotes.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

/// Whether a word is a path or an address and no remote's name.
bool is_place(const std::string& word) { return word.find_first_of("/:") != std::string::npos; }

/// A path as Git takes it from any folder; an address as it is.
std::string whole_place(Session& session, const std::string& place) {
  if (place.find(':') != std::string::npos) return place;
  return (std::filesystem::path(session.settings().directory) / place).lexically_normal().string();
}

[[noreturn]] void refuse_name(Session& session, const std::string& name) {
  const std::vector<std::string> known = ledger::remotes(session.ledger());
  std::vector<std::string> hints;
  if (!known.empty()) hints.push_back("remotes: " + util::join(known, ", "));
  if (is_place(name))
    hints.push_back(fmt::format("a path or an address needs a name first: {} remote add {} '{}'; then: crmtrack sync",
                                git::shown_git(session.location()), known.empty() ? "origin" : "NAME",
                                util::visible_line(whole_place(session, name))));
  else
    hints.push_back(fmt::format("a new one: {} remote add NAME URL", git::shown_git(session.location())));
  throw Error(ErrorKind::not_found, fmt::format("cannot sync with '{}': no remote has that name", name), hints);
}

[[noreturn]] void refuse_no_upstream(Session& session) {
  const std::vector<std::string> known = ledger::remotes(session.ledger());
  if (known.empty())
    throw Error(ErrorKind::repository, "cannot sync: this repository has no remote to share with",
                {"make one, empty, where all of you can reach it: git init --bare DIR",
                 fmt::format("name it here: {} remote add origin DIR; then: crmtrack sync",
                             git::shown_git(session.location()))});
  throw Error(
      ErrorKind::repository,
      fmt::format("cannot sync: it is not said which of the remotes {} is shared with", util::join(known, ", ")),
      {fmt::format("{} config crmtrack.remote {}", git::shown_git(session.location()), known.front())});
}

/// A clone of one branch, a bare one, a mirror: what a fetch there does not bring cannot be merged, and what it
/// overwrites is lost.
void refuse_odd_refspecs(Session& session, const ledger::Remote& remote) {
  const std::string git = git::shown_git(session.location());
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

ledger::Remote shared_remote(Session& session, const std::string& name) {
  const auto remote =
      name.empty() ? ledger::find_upstream_remote(session.ledger()) : ledger::find_remote(session.ledger(), name);
  if (!remote && !name.empty()) refuse_name(session, name);
  if (!remote) refuse_no_upstream(session);
  refuse_odd_refspecs(session, *remote);
  return *remote;
}

bool is_upstream(Session& session, const ledger::Remote& remote) {
  const auto upstream = ledger::find_upstream_remote(session.ledger());
  return upstream && upstream->name == remote.name;
}

std::string head_of(Session& session, const std::string& reference) {
  return reference.empty() ? std::string() : git::read_reference(session.location(), reference).value_or("");
}

void set_up_sharing(Session& session) {
  try {
    const ledger::SetUp done = ledger::set_up_upstream(session.ledger());
    if (done.branches)
      session.say(fmt::format("set up '{}': git push and git pull share main and ledger with it", done.remote));
    if (done.receipts && !done.branches)
      session.say(fmt::format("set up '{}': git fetch brings its receipts, which say when what came", done.remote));
  } catch (const Error& error) {
    session.detail(error.what());  // a repository that cannot be written can still be read
  }
}

void warn_refused_records(Session& session, const std::string& before) {
  constexpr std::size_t kLookedAt = 1000;
  constexpr std::size_t kMost = 5;
  std::size_t told = 0, more = 0;
  for (const index::RefusedRecord& refused : index::Overview(session.index()).newest_refused(kLookedAt)) {
    if (!before.empty() && ledger::is_ancestor(session.ledger(), refused.commit, before)) continue;
    if (told == kMost && ++more > 0) continue;
    ++told;
    session.warn(fmt::format("commit {}: record {} of {} does not count: {}", refused.commit.substr(0, 12),
                             refused.record, refused.story, refused.why));
  }
  if (more > 0) session.warn(fmt::format("and {}: crmtrack audit names them", util::counted(more, "more such record")));
}

void warn_faults(Session& session, const std::vector<ledger::Range::Fault>& faults) {
  constexpr std::size_t kMost = 10;
  for (std::size_t i = 0; i < faults.size() && i < kMost; ++i) session.warn("refused: " + line_of(faults[i]));
  if (faults.size() > kMost) session.warn(fmt::format("and {}", util::counted(faults.size() - kMost, "more refusal")));
}

}  // namespace crmtrack::session
