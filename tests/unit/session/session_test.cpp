#include "session/session.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "data_repository.hpp"
#include "drafts.hpp"
#include "session/check/damage_checks.hpp"
#include "session/lookup.hpp"
#include "session/policy_edit.hpp"
#include "session/register.hpp"
#include "util/error.hpp"

namespace crmtrack::session::test {

namespace fs = std::filesystem;

namespace {

using Lines = std::vector<std::string>;

void write_text(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary | std::ios::app) << text;
}

/// A clone of the repository, made of files alone, whose `origin` has a complaint that a fetch has brought here
/// already.
void make_clone_with_news(DataRepository& repository) {
  fs::copy(repository.folder(), repository.folder("clone"), fs::copy_options::recursive);
  const auto there = repository.open("new");
  write_complaint(*there);
  const fs::path clone = repository.folder("clone") / ".git";
  fs::copy(repository.folder() / ".git" / "objects", clone / "objects",
           fs::copy_options::recursive | fs::copy_options::skip_existing);
  write_text(clone / "refs/remotes/origin/ledger", there->ledger().head() + "\n");
  write_text(clone / "refs/remotes/origin/main", there->ledger().main_head() + "\n");
  write_text(clone / "config",
             fmt::format("[remote \"origin\"]\n\turl = {}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n",
                         repository.folder().string()));
  repository.heard.clear();
}

Settings clone_settings(const DataRepository& repository) {
  Settings settings = repository.settings("list");
  settings.directory = repository.folder("clone").string();
  return settings;
}

}  // namespace

TEST_CASE("the clock, the zone and the user come from the environment") {
  DataRepository repository;
  repository.set("TZ", "Asia/Kolkata");
  const auto session = repository.open("test");
  CHECK(util::format_rfc3339(session->timestamp()) == "2026-11-21T14:42:00+05:30");
  CHECK(util::format_utc(session->now()) == "2026-11-21T09:12:00Z");
  CHECK(session->me() == "asha@example.com");
  CHECK(repository.heard == Lines{});

  repository.set("CRMTRACK_NOW", "yesterday");
  CHECK_THROWS_WITH_AS(repository.open("test"), "cannot use CRMTRACK_NOW 'yesterday': not an RFC 3339 time",
                       util::Error);
}

TEST_CASE("a session of a folder that is no data repository says so when it is opened") {
  DataRepository repository;
  Settings settings = repository.settings("test");
  settings.directory = repository.folder("home").string();
  CHECK(repository.open(settings, Access::nothing)->find_location() == std::nullopt);
  CHECK_THROWS_WITH_AS(repository.open(settings, Access::reads), "cannot find a data repository here or above",
                       util::Error);
}

TEST_CASE("a session as of a time reads what was known then") {
  DataRepository repository;
  write_complaint(*repository.open("new"));
  repository.set("CRMTRACK_NOW", "2026-11-23T09:12:00Z");
  Settings settings = repository.settings("list");
  CHECK(get_complaint_id(*repository.open(settings, Access::reads), "7f3q") == kComplaint);
  settings.as_of = "2026-11-20T12:00:00Z";
  const auto then = repository.open(settings, Access::reads);
  CHECK(util::format_utc(then->now()) == "2026-11-20T12:00:00Z");
  CHECK_THROWS_AS(get_complaint_id(*then, "7f3q"), util::Error);
}

TEST_CASE("notices come through the sink, and those said once come once") {
  DataRepository repository;
  const auto session = repository.open("new");
  const auto draft = registration_of(*session, "acme", session->timestamp(), session->me());
  CHECK(draft.has_value());
  CHECK(repository.heard ==
        Lines{"progress: reading the ledger",
              "say: customer acme is new and is registered; name it with: crmtrack customer edit acme --name NAME"});
  repository.heard.clear();
  session->say_once("twice told");
  session->say_once("twice told");
  CHECK(repository.heard == Lines{"say: twice told"});
}

TEST_CASE("opening to read merges what a fetch brought, once, and says so") {
  DataRepository repository;
  make_clone_with_news(repository);
  CHECK_THROWS_AS(get_complaint_id(*repository.open(clone_settings(repository), Access::as_is), "7f3q"), util::Error);
  repository.heard.clear();

  const auto session = repository.open(clone_settings(repository), Access::reads);
  CHECK(get_complaint_id(*session, "7f3q") == kComplaint);
  CHECK(std::count(repository.heard.begin(), repository.heard.end(),
                   "say: 1 new record from 'origin' on 1 complaint, by asha@example.com") == 1);
  repository.heard.clear();

  repository.open(clone_settings(repository), Access::reads);
  CHECK(repository.heard == Lines{});
}

TEST_CASE("a session edits policy, and goes by it at once") {
  DataRepository repository;
  const auto session = repository.open("reason add");
  const PolicyEdited edited =
      add_policy_entry(*session, "reasons.yaml", "noise",
                       fields({{"code", "noise"}, {"label", "Noise"}, {"question", "Is it too loud?"}}), "");
  CHECK(edited.subject == "add reason noise");
  CHECK(resolve_reason(*session, "noise") == "noise");
  CHECK(session->policy().find_reason("noise")->label == "Noise");
}

TEST_CASE("a prefix that two complaints share names both") {
  DataRepository repository;
  const auto session = repository.open("new");
  write_complaint(*session);
  write_records(*session, [&] {
    return std::vector{draft(*session, record::StoryKind::complaint, "20261121-7f3qzzzzzz", "complaint",
                             fields({{"customer", "globex"}, {"summary", "Late"}}))};
  });
  try {
    get_complaint_id(*session, "7f3q");
    FAIL("found one");
  } catch (const util::Error& error) {
    CHECK(error.kind() == util::ErrorKind::ambiguous);
    CHECK(error.hints().size() == 2);
  }
  CHECK(short_id(*session, kComplaint) == "7f3q2");
}

TEST_CASE("a sound repository has no damage") {
  DataRepository repository;
  const auto session = repository.open("doctor", Access::as_is);
  CHECK(damage_checks(*session).empty());
}

}  // namespace crmtrack::session::test
