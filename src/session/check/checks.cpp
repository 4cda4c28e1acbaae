#include "session/check/checks.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>

#include "git/program/repository_checks.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/worktrees.hpp"
#include "index/read/lookup.hpp"
#include "index/read/overview.hpp"
#include "index/read/select.hpp"
#include "ledger/audit/memory.hpp"
#include "ledger/main/commit.hpp"
#include "ledger/main/foreign_files.hpp"
#include "ledger/main/lost_main.hpp"
#include "ledger/main/policy_files.hpp"
#include "ledger/share/remotes.hpp"
#include "policy/check.hpp"
#include "policy/policy.hpp"
#include "query/filter_parse.hpp"
#include "record/filter_keys.hpp"
#include "session/check/hook_checks.hpp"
#include "session/check/object_checks.hpp"
#include "session/check/people_checks.hpp"
#include "session/check/share_checks.hpp"
#include "session/share/lost_ledger.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/parts.hpp"
#include "util/tzdata.hpp"

namespace crmtrack::session {

namespace {

constexpr std::chrono::hours kClockTolerance{24};

Check ok(std::string name, std::string message) { return {std::move(name), "ok", std::move(message), {}}; }

Check check_identity(Session& session) {
  const std::string me = session.me();
  if (!session.policy().people.empty() && session.policy().find_person(me) == nullptr)
    return {"identity", "warning",
            fmt::format("you record as {}, whom the directory does not list: nothing of yours would count", me),
            fmt::format("who is in it can add you: crmtrack person add {} --name NAME --role ROLE", me)};
  return ok("identity", fmt::format("you record as {}", me));
}

Check check_ledger(Session& session) {
  const std::vector<git::Worktree> worktrees = git::find_worktrees(session.location());
  for (const git::Worktree& worktree : worktrees)
    if (worktree.branch == git::kLedgerRef)
      return {"ledger", "fault", fmt::format("its branch is checked out in '{}'", worktree.folder.string()),
              git::leaving_command(worktree, worktrees)};
  const std::string head = session.ledger().head();
  const auto upstream = ledger::find_upstream_remote(session.ledger());
  const auto theirs =
      upstream ? git::read_reference(session.location(), upstream->tracking_ledger) : std::optional<std::string>();
  if (const auto way = theirs ? find_way_to_former(session, *theirs) : std::nullopt)
    return {"ledger", "fault",
            fmt::format("at {}, which is of another ledger than that of '{}'", head.substr(0, 12), upstream->name),
            *way};
  return ok("ledger", fmt::format("at {}", head.substr(0, 12)));
}

/// Adds one check for each record that cannot be read or does not count, so that the user can find each.
void check_bad_records(Session& session, std::vector<Check>& checks) {
  const auto bad = index::bad_records(session.index());
  if (bad.empty()) checks.push_back(ok("records", "all can be read"));
  for (const index::Disregarded& record : index::refused_records(session.index()))
    checks.push_back({"refused", "warning",
                      fmt::format("{} (commit {}): {}", record.path, record.commit.substr(0, 12), record.fault),
                      "somebody who may do so records it again, where it should hold"});
  for (const index::Disregarded& record : bad)
    checks.push_back({"records", "fault",
                      fmt::format("{} (commit {}): {}", record.path, record.commit.substr(0, 12), record.fault),
                      "write what it should say as a new record; a newer crmtrack may read it"});
}

/// Checks the newest record's and commit's times against this machine's clock. A clock that is far off makes record ids
/// that sort wrongly for everybody.
Check check_clock(Session& session) {
  const auto time = util::time_of_ulid(index::Overview(session.index()).newest_record());
  if (time && *time > session.clock() + kClockTolerance)
    return {
        "clock", "warning",
        fmt::format("the newest record is of {}, this machine's clock says {}",
                    util::format_utc(std::chrono::floor<std::chrono::seconds>(*time)), util::format_utc(session.now())),
        "set the clock of the machine that is wrong; no record is refused for it"};
  const util::Instant recorded = index::Overview(session.index()).newest_commit_time();
  if (recorded > session.clock() + kClockTolerance)
    return {"clock", "warning",
            fmt::format("a commit of the ledger is of {}, this machine's clock says {}", util::format_utc(recorded),
                        util::format_utc(session.now())),
            "set the clock of the machine that is wrong; whose commit it is: git log refs/heads/ledger"};
  return ok("clock", "agrees with the records");
}

/// Reports a main that is gone, with the command that puts it back.
Check describe_lost_main(const git::Location& location, const ledger::LostMain& lost) {
  const std::string head = lost.head.hex();
  const std::string git = git::shown_git(location);
  if (lost.is_here)
    return {"policy", "fault",
            fmt::format("main is gone; it was at {}, whose policy stays in force", head.substr(0, 10)),
            fmt::format("{} update-ref {} {}", git, git::kMainRef, head)};
  return {"policy", "fault", fmt::format("main is gone, and the commit {} that it was at too", head.substr(0, 10)),
          fmt::format("{0} fetch CLONE {1}:{1}", git, git::kMainRef)};
}

Check check_policy(Session& session) {
  if (const auto lost = ledger::find_lost_main(session.ledger().repository(), ledger::load_memory(session.location())))
    return describe_lost_main(session.location(), *lost);
  const auto findings =
      policy::check(ledger::policy_files(session.ledger().repository(), session.ledger().main_head()));
  const auto errors =
      std::count_if(findings.begin(), findings.end(), [](const policy::Finding& finding) { return !finding.warning; });
  if (errors > 0)
    return {"policy", "fault",
            util::counted(static_cast<std::size_t>(errors), "error") +
                " in the policy of main; of a file with errors the last version without is in force",
            "crmtrack policy check"};
  if (!findings.empty())
    return {"policy", "warning", util::counted(findings.size(), "warning"), "crmtrack policy check"};
  return ok("policy", "no findings");
}

/// Looks for files of main that are neither policy nor allowed by settings, such as those that Git obeys.
Check check_main_files(Session& session) {
  const std::vector<std::string> foreign = ledger::find_foreign_files(session.ledger());
  if (foreign.empty()) return ok("main files", "only README.md, policy and what settings allow");
  const std::string more = foreign.size() > 1 ? fmt::format(", and {} more", foreign.size() - 1) : std::string();
  return {"main files", "warning", foreign.front() + more,
          "git rm it on main; or allow it: main_allows in policy/settings.yaml"};
}

Check check_uncommitted(Session& session) {
  const auto files = ledger::uncommitted_policy_files(session.ledger());
  if (files.empty()) return ok("policy edits", "all committed");
  return {"policy edits", "warning", fmt::format("not in force, since not committed: {}", util::join(files, ", ")),
          "git commit them on main, or git restore them"};
}

/// Checks that the time zone data is of this year or the last: governments change summer time at short notice.
Check check_zones(Session& session) {
  const std::string version = util::tzdata_version();
  if (version.empty()) return ok("time zones", "their data names no version");
  const int year = std::stoi(version.substr(0, 4));
  const auto last = util::Zone::utc().date_of(session.now()) - std::chrono::years(1);
  if (year >= static_cast<int>(last.year())) return ok("time zones", "their data is recent");
  return {"time zones", "warning", fmt::format("their data is {}, older than a year", version),
          "install the newest package of tzdata"};
}

/// Looks for owners of complaints whom the directory does not list.
Check check_people(Session& session) {
  const policy::Policy& policy = session.policy();
  if (policy.people.empty()) return ok("people", "the directory is empty: any address is taken");
  std::vector<std::string> unknown;
  for (std::string& owner : index::Overview(session.index()).owners())
    if (policy.find_person(owner) == nullptr) unknown.push_back(std::move(owner));
  if (unknown.empty()) return ok("people", "all owners are in the directory");
  const std::size_t count = unknown.size();
  unknown.resize(std::min<std::size_t>(count, 5));
  return {"people", "warning",
          fmt::format("{} not in the directory: {}", util::counted(count, "owner"), util::join(unknown, ", ")),
          "crmtrack person add MAIL --name NAME"};
}

/// Checks that nobody else on this machine can read the repository, since complaints are confidential. A group may read
/// it where core.sharedRepository is set.
Check check_private(Session& session) {
  struct stat status {};
  const auto& directory = session.location().common_dir;
  if (::stat(directory.c_str(), &status) != 0)
    return {"private", "fault", fmt::format("cannot look at {}", directory.string()), "check its permissions"};
  const bool shared = session.ledger().setting("core.sharedrepository").has_value();
  if ((status.st_mode & 0007) != 0 || ((status.st_mode & 0070) != 0 && !shared))
    return {"private", "warning", fmt::format("others on this machine can read {}", directory.string()),
            fmt::format("chmod -R go-rwx '{}'", directory.string())};
  return ok("private", "only you can read it");
}

/// Checks that git keeps young objects: `gc --prune=now` beside a writer loses objects that are written but not yet
/// named.
Check check_pruning(Session& session) {
  const auto expire = session.ledger().setting("gc.pruneexpire");
  if (expire && (*expire == "now" || *expire == "all"))
    return {"pruning", "fault", fmt::format("gc.pruneExpire is '{}': git gc beside a writer can lose records", *expire),
            "git config gc.pruneExpire 2.weeks.ago"};
  return ok("pruning", "git gc keeps what is being written");
}

Check check_contested(Session& session) {
  const query::Filter filter = *query::parse("contested:yes", record::complaint_keys());
  const std::size_t count = index::count(session.index(), filter, session.moment(filter));
  if (count == 0) return ok("contested", "no complaint is contested");
  return {"contested", "warning", util::counted(count, "contested complaint"), "crmtrack list --all contested:yes"};
}

}  // namespace

std::vector<Check> run_checks(Session& session) {
  using Look = Check (*)(Session&);
  static constexpr std::pair<const char*, Look> kLooks[] = {{"identity", check_identity},
                                                            {"ledger", check_ledger},
                                                            {"contested", check_contested},
                                                            {"clock", check_clock},
                                                            {"policy", check_policy},
                                                            {"main files", check_main_files},
                                                            {"policy edits", check_uncommitted},
                                                            {"people", check_people},
                                                            {"time zones", check_zones},
                                                            {"leavers", check_leavers},
                                                            {"tick", check_tick},
                                                            {"messages", check_messages},
                                                            {"contested customers", check_contested_customers},
                                                            {"private", check_private},
                                                            {"pruning", check_pruning}};
  std::vector<Check> checks;
  check_bad_records(session, checks);
  std::vector<std::pair<const char*, Look>> looks(std::begin(kLooks), std::end(kLooks));
  for (const auto& look : object_checks()) looks.push_back(look);
  for (const auto& look : share_checks()) looks.push_back(look);
  looks.emplace_back("hooks", check_hooks);
  looks.emplace_back("merge driver", check_merge_driver);
  for (const auto& [name, look] : looks) {
    try {
      checks.push_back(look(session));
    } catch (const util::Error& error) {
      checks.push_back({name, "fault", error.what(), error.hints().empty() ? std::string() : error.hints().front()});
    }
  }
  return checks;
}

}  // namespace crmtrack::session
