#include "session/check/share_checks.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <array>
#include <chrono>

#include "git/object/pack_keep.hpp"
#include "git/program/repository_checks.hpp"
#include "git/reference/location.hpp"
#include "index/read/lookup.hpp"
#include "index/read/overview.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/rule/path_kind.hpp"
#include "ledger/share/remotes.hpp"
#include "session/share/sharing.hpp"
#include "session/share/sync.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::session {

namespace fs = std::filesystem;

namespace {

Check fine(std::string name, std::string message) { return {std::move(name), "ok", std::move(message), {}}; }

bool is_on(const std::string& text) { return text == "true"; }

/// The settings by which a repository refuses, whoever pushes, that history is lost; asked of plain git, for it may be
/// another repository than ours.
Check judge_enforcement(const git::GitProgram& git, const std::string& whose, const std::string& git_words) {
  const auto get = [&](const char* key) {
    return std::string(util::trim(git.run({"config", "--type=bool", "--get", key}).out));
  };
  if (is_on(get("receive.denyNonFastForwards")) && is_on(get("receive.denyDeletes"))) {
    const bool looks =
        is_on(get("receive.fsckObjects")) || (get("receive.fsckObjects").empty() && is_on(get("transfer.fsckObjects")));
    if (looks) return fine("enforcement", fmt::format("{} refuses pushes that rewrite or delete", whose));
    return {"enforcement", "warning", fmt::format("{} takes trees and commits that git fsck refuses", whose),
            fmt::format("{} config receive.fsckObjects true", git_words)};
  }
  return {
      "enforcement", "warning", fmt::format("{} takes pushes that rewrite or delete the ledger", whose),
      fmt::format("{0} config receive.denyNonFastForwards true && {0} config receive.denyDeletes true && {0} config "
                  "receive.fsckObjects true",
                  git_words)};
}

/// The folder that a remote's address names on this machine; nullopt for one that lies elsewhere.
std::optional<git::Location> find_local_remote(Session& session, const std::string& url) {
  constexpr std::string_view kFile = "file://";
  const bool is_file = url.starts_with(kFile);
  if (!is_file && url.find(':') != std::string::npos) return std::nullopt;
  const fs::path path = is_file ? url.substr(kFile.size()) : url;
  const git::Location& here = session.location();
  return git::find_location_at(fs::weakly_canonical((here.work_tree.empty() ? here.git_dir : here.work_tree) / path));
}

Check check_locks(Session& session) {
  using Clock = fs::file_time_type::clock;
  constexpr std::chrono::minutes kOld{10};
  const git::Location& location = session.location();
  const std::array places{location.common_dir / "refs/heads/ledger.lock",
                          location.common_dir / "refs/heads/main.lock",
                          location.common_dir / "packed-refs.lock",
                          location.common_dir / "config.lock",
                          location.git_dir / "index.lock",
                          location.git_dir / "HEAD.lock"};
  for (const fs::path& place : places) {
    std::error_code failed;
    const auto written = fs::last_write_time(place, failed);
    if (failed || Clock::now() - written < kOld) continue;
    return {"locks", "warning", fmt::format("{} was left by a git that died", place.string()),
            fmt::format("if no git is running here: rm '{}'", place.string())};
  }
  const std::size_t keeps = git::remove_dead_keeps(location.common_dir / "objects");
  if (keeps > 0)
    return fine("locks", fmt::format("removed {} of a killed command", util::counted(keeps, ".keep file")));
  return fine("locks", "none is left over");
}

/// The index is trusted for nothing; that it lacks a record would still be seen by nobody.
Check check_index(Session& session) {
  const ledger::Ledger& ledger = session.ledger();
  std::size_t records = 0;
  for (const char* folder : {"complaints", "customers", "journal"})
    for (const ledger::File& file : ledger::list_files(ledger.repository(), session.index().ledger_commit(), folder))
      if (ledger::is_record_path(file.path)) ++records;
  const std::size_t indexed = index::Overview(session.index()).count_records();
  const std::size_t bad = index::bad_records(session.index()).size();
  if (indexed <= records && records <= indexed + bad)
    return fine("index", fmt::format("has {}, as the ledger", util::counted(records, "record")));
  return {"index", "fault", fmt::format("has {}, the ledger {}", util::counted(indexed, "record"), records),
          fmt::format("rm '{}'/index-*, which are made anew", session.location().own_dir().string())};
}

Check check_remote(Session& session) {
  const auto upstream = ledger::find_upstream_remote(session.ledger());
  if (!upstream && ledger::remotes(session.ledger()).empty()) return fine("remote", "none: this ledger is not shared");
  const ledger::Remote remote = shared_remote(session, "");
  return fine("remote", fmt::format("shared with '{}' at {}", remote.name, remote.url));
}

Check check_unpushed(Session& session) {
  const auto upstream = ledger::find_upstream_remote(session.ledger());
  if (!upstream) return fine("unpushed", "there is nowhere to push to");
  const Transferred waiting = waiting_to_be_sent(session, *upstream);
  if (waiting.nothing())
    return fine("unpushed", fmt::format("nothing, as far as '{}' was last heard of", upstream->name));
  return {"unpushed", "warning",
          fmt::format("{} and {} of main that '{}' does not have", util::counted(waiting.records, "record"),
                      util::counted(waiting.policy_commits, "commit"), upstream->name),
          "crmtrack sync"};
}

Check check_enforcement(Session& session) {
  const git::GitProgram git = make_git(session);
  const auto upstream = ledger::find_upstream_remote(session.ledger());
  if (!upstream && !session.location().work_tree.empty()) return fine("enforcement", "nobody pushes here");
  if (!upstream)
    return judge_enforcement(git, "this repository", fmt::format("git -C '{}'", session.location().git_dir.string()));
  if (const auto there = find_local_remote(session, upstream->url))
    return judge_enforcement(git.at(*there), fmt::format("'{}'", upstream->name), git::shown_git(*there));
  return fine("enforcement",
              fmt::format("'{}' is not on this machine: look there with crmtrack doctor, or on a forge for "
                          "the protection of main and ledger",
                          upstream->name));
}

}  // namespace

std::vector<std::pair<const char*, Check (*)(Session&)>> share_checks() {
  return {{"index", check_index},
          {"locks", check_locks},
          {"remote", check_remote},
          {"unpushed", check_unpushed},
          {"enforcement", check_enforcement}};
}

}  // namespace crmtrack::session
