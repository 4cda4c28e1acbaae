#include "tick/tick.hpp"

#include <doctest/doctest.h>

#include "../session/data_repository.hpp"
#include "../session/drafts.hpp"
#include "index/read/due.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"

namespace crmtrack::tick::test {

namespace {

using session::Session;
using session::test::DataRepository;
using session::test::fields;
using session::test::kComplaint;

/// A data repository with a complaint of Monday, 23 November, 9:00, and copies of it: other clones.
class World : public DataRepository {
 public:
  World() {
    at("2026-11-23T09:00:00Z");
    const auto begun = open("new");
    session::test::write_complaint(*begun);
  }
  void at(const std::string& time) { set("CRMTRACK_NOW", time); }
  void copy_to(const std::string& clone) {
    std::filesystem::copy(folder(), folder(clone), std::filesystem::copy_options::recursive);
  }
  std::unique_ptr<Session> open_in(const std::string& clone, bool dry_run = false) {
    session::Settings settings = DataRepository::settings("tick");
    settings.directory = folder(clone).string();
    settings.dry_run = dry_run;
    return open(std::move(settings));
  }
  std::vector<std::string> tick(const std::string& time, const std::string& clone = "data", bool dry_run = false) {
    at(time);
    const auto session = open_in(clone, dry_run);
    std::vector<std::string> shown;
    for (const Deed& deed : run(*session))
      shown.push_back(fmt::format("{} {} {}-{} {}", name_of(deed.what), deed.promise, deed.from_level, deed.to_level,
                                  util::format_utc(deed.at).substr(5, 11)));
    return shown;
  }
  story::Complaint complaint(const std::string& clone = "data") {
    return session::load_complaint(*open_in(clone), kComplaint);
  }
  std::vector<std::string> ids(const std::string& clone) {
    std::vector<std::string> ids;
    for (const story::Entry& entry : complaint(clone).entries) ids.push_back(entry.record.id);
    return ids;
  }
};

using Shown = std::vector<std::string>;

}  // namespace

TEST_CASE("each rung is taken once, in the second after it, and nothing is due before") {
  World world;
  CHECK(world.tick("2026-11-23T15:00:00Z").empty());
  CHECK(world.tick("2026-11-23T15:00:01Z", "data", true) == Shown{"told first_response 0-0 11-23T15:00"});
  CHECK(world.complaint().entries.size() == 1);
  CHECK(world.tick("2026-11-23T15:00:01Z") == Shown{"told first_response 0-0 11-23T15:00"});
  CHECK(world.tick("2026-11-23T15:00:01Z").empty());
  CHECK(world.tick("2026-11-24T08:00:00Z") == Shown{"escalated first_response 0-1 11-23T17:00"});
  const story::Complaint complaint = world.complaint();
  CHECK(complaint.level == 1);
  REQUIRE(complaint.rungs.size() == 1);
  CHECK(complaint.rungs.front().by == "crmtrack");
  CHECK(complaint.rungs.front().trigger == "overdue");
  CHECK(complaint.rungs.front().why == "first_response was due 2026-11-23T17:00:00Z");
  CHECK(complaint.conflicts.empty());
  for (const story::Entry& entry : complaint.entries) CHECK(entry.counts());
  // Back a year: nothing is due. Forward again: nothing is done twice.
  CHECK(world.tick("2025-11-24T08:00:00Z").empty());
  CHECK(world.tick("2026-11-24T08:00:00Z").empty());
}

TEST_CASE("a tick after a week does what daily ticks do, and two clones write the same records") {
  World world;
  world.copy_to("late");
  world.copy_to("hourly");
  for (const char* const day : {"24", "25", "26", "27", "28", "30"})
    world.tick(fmt::format("2026-11-{}T08:00:00Z", day));
  for (int day = 23; day <= 29; ++day)
    for (int hour = 0; hour < 24; ++hour) world.tick(fmt::format("2026-11-{}T{:02}:30:00Z", day, hour), "hourly");
  world.tick("2026-11-30T08:00:00Z", "hourly");
  const Shown late = world.tick("2026-11-30T08:00:00Z", "late");
  CHECK(late == Shown{"told first_response 0-0 11-23T15:00", "escalated first_response 0-1 11-23T17:00",
                      "escalated first_response 1-2 11-24T11:00", "told acknowledge 2-2 11-24T13:00",
                      "escalated accept 2-3 11-24T15:00"});
  CHECK(world.ids("late") == world.ids("data"));
  CHECK(world.ids("late") == world.ids("hourly"));
  CHECK(world.complaint("late").level == 3);
  CHECK(world.tick("2026-11-30T09:00:00Z", "late").empty());
}

TEST_CASE("work that waits for a tick is counted") {
  World world;
  world.at("2026-11-24T18:00:00Z");
  const auto session = world.open_in("data");
  CHECK(index::count_due(session->index(), session->now()) == 1);
  CHECK(index::count_due(session->index(), session->now() - std::chrono::days(1)) == 1);
  CHECK(index::count_due(session->index(), session->now() - std::chrono::days(2)) == 0);
}

TEST_CASE("a tick looks at no past") {
  World world;
  session::Settings settings = world.settings("tick");
  settings.as_of = "2026-11-23T10:00:00Z";
  const auto session = world.open(std::move(settings), session::Access::reads);
  CHECK_THROWS_WITH_AS(run(*session), "cannot run 'tick' with --as-of: it looks at the past, it does not change it",
                       util::Error);
}

TEST_CASE("silence after two attempts resolves a complaint") {
  World world;
  world.at("2026-11-23T10:00:00Z");
  session::test::write(*world.open("resolve"), "resolution",
                       fields({{"outcome", "upheld"}, {"code", "fixed"}, {"evidence", "sent"}, {"text", "Refunded"}}));
  for (const char* const day : {"24", "25"}) {
    world.at(fmt::format("2026-11-{}T10:00:00Z", day));
    session::test::write(*world.open("voicemail"), "activity", fields({{"type", "voicemail"}, {"direction", "out"}}));
  }
  const auto is_resolved = [&](const std::string& time) {
    const Shown done = world.tick(time);
    return std::find(done.begin(), done.end(), "resolved  0-0 12-10T00:00") != done.end();
  };
  CHECK(!is_resolved("2026-12-09T23:59:59Z"));
  CHECK(is_resolved("2026-12-10T08:00:00Z"));
  CHECK(world.complaint().status == record::Status::resolved);
  CHECK(world.complaint().accepted_by == "silence");
  CHECK(world.tick("2026-12-11T08:00:00Z").empty());
}

}  // namespace crmtrack::tick::test
