// The due times of promises as the fold derives them from records and policy (docs/domain.md, Promises; Due times).
#include <doctest/doctest.h>

#include "build.hpp"
#include "policy/load.hpp"
#include "story/promise.hpp"

namespace crmtrack::story::test {
namespace {

using record::PromiseKind;

/// A story under the policy that `init` writes, in a zone. March 2026 begins on a Sunday.
class Case : public Teller {
 public:
  explicit Case(std::string zone = "UTC", policy::Files files = {}) {
    if (!files.contains("settings.yaml")) files["settings.yaml"] = "settings:\n  zone: " + zone + "\n";
    policy() = policy::load(files);
    REQUIRE(policy().findings.empty());
  }
  Case& on(std::string_view time) {
    happening(at(time));
    return *this;
  }
  void recorded_at(std::string_view time) { entries().back().provenance.recorded_at = at(time); }
};

std::vector<Promise> all_of(const Complaint& complaint, PromiseKind kind) {
  std::vector<Promise> found;
  for (const Promise& promise : complaint.promises)
    if (promise.kind == kind) found.push_back(promise);
  return found;
}

Promise only(const Complaint& complaint, PromiseKind kind) {
  const auto found = all_of(complaint, kind);
  REQUIRE(found.size() == 1);
  return found.front();
}

std::string due_of(const Promise& promise) { return promise.due_at ? util::format_utc(*promise.due_at) : "never"; }
std::string state_at(const Promise& promise, std::string_view now) { return std::string(state_of(promise, at(now))); }

TEST_CASE("a new complaint has due times by the policy that init writes") {
  Case story;
  story.on("2026-03-02T10:00:00Z").complaint();  // a Monday
  const Complaint complaint = story.fold();
  CHECK(due_of(only(complaint, PromiseKind::acknowledge)) == "2026-03-03T17:00:00Z");
  CHECK(due_of(only(complaint, PromiseKind::first_response)) == "2026-03-03T10:00:00Z");
  CHECK(due_of(only(complaint, PromiseKind::resolution)) == "2026-03-16T17:00:00Z");
  CHECK(all_of(complaint, PromiseKind::update).empty());
  CHECK(all_of(complaint, PromiseKind::final_response).empty());
  const Promise response = only(complaint, PromiseKind::first_response);
  CHECK(util::format_utc(response.warn_at.value()) == "2026-03-02T16:00:00Z");
  CHECK(state_at(response, "2026-03-02T15:59:59Z") == "open");
  CHECK(state_at(response, "2026-03-02T16:00:00Z") == "due_soon");
  CHECK(state_at(response, "2026-03-03T10:00:00Z") == "due_soon");
  CHECK(state_at(response, "2026-03-03T10:00:01Z") == "overdue");
}

TEST_CASE("only a contact of ours by a person that was sent is the first response") {
  Case story;
  story.on("2026-03-02T10:00:00Z").complaint();
  story.on("2026-03-02T10:05:00Z").tell("activity", {{"type", text("email")}, {"direction", text("out")}}, "crmtrack");
  story.on("2026-03-02T11:00:00Z").out("voicemail");
  story.on("2026-03-02T11:30:00Z").out("email", {{"visibility", text("team")}});
  CHECK(is_open(only(story.fold(), PromiseKind::first_response)));
  story.on("2026-03-02T12:00:00Z").out("call");
  const Promise kept = only(story.fold(), PromiseKind::first_response);
  CHECK(state_at(kept, "2026-03-09T00:00:00Z") == "kept");
  CHECK(util::format_utc(kept.settled_at.value()) == "2026-03-02T12:00:00Z");
}

TEST_CASE("a first response recorded late counts from when it happened, and is restated") {
  Case story;
  story.on("2026-03-02T10:00:00Z").complaint();
  story.on("2026-03-05T09:00:00Z").out("call");
  story.recorded_at("2026-03-05T09:01:00Z");
  CHECK(state_at(only(story.fold(), PromiseKind::first_response), "2026-03-09T00:00:00Z") == "kept_late");
  story.on("2026-03-02T15:00:00Z").out("email");
  story.recorded_at("2026-03-06T09:00:00Z");
  const Promise restated = only(story.fold(), PromiseKind::first_response);
  CHECK(state_at(restated, "2026-03-09T00:00:00Z") == "kept");
  CHECK(restated.restated);
}

TEST_CASE("a wait for the customer stops the clock of the resolution until their contact") {
  // docs/calendars.md: 8 h from Monday 10:00 with a pause from Monday 12:00 to Tuesday 11:00 are due on Tuesday 17:00.
  const std::string targets = "targets:\n  - {promise: resolution, target: 8h}\n";
  Case story("Europe/London", {{"targets.yaml", targets}, {"settings.yaml", "settings:\n  zone: Europe/London\n"}});
  story.on("2026-02-02T10:00:00Z").complaint();
  CHECK(due_of(only(story.fold(), PromiseKind::resolution)) == "2026-02-03T10:00:00Z");
  story.on("2026-02-02T11:00:00Z").out("email", {{"expects", map({{"what", text("information")}})}});
  story.on("2026-02-02T12:00:00Z").status("waiting", {{"waiting_on", text("customer")}});
  const Promise paused = only(story.fold(), PromiseKind::resolution);
  CHECK(due_of(paused) == "never");
  CHECK(state_at(paused, "2027-01-01T00:00:00Z") == "open");
  story.on("2026-02-03T11:00:00Z").in("email");
  const Complaint complaint = story.fold();
  const Promise going = only(complaint, PromiseKind::resolution);
  CHECK(due_of(going) == "2026-02-03T17:00:00Z");
  CHECK(going.paused_seconds == 23 * 3600);
  REQUIRE(complaint.waits.size() == 1);
  CHECK(util::format_utc(complaint.waits.front().to.value()) == "2026-02-03T11:00:00Z");
}

TEST_CASE("a contact that is recorded later ends the pause when it happened") {
  const std::string targets = "targets:\n  - {promise: resolution, target: 8h}\n";
  Case story("UTC", {{"targets.yaml", targets}});
  story.on("2026-02-02T10:00:00Z").complaint();
  story.on("2026-02-02T11:00:00Z").out("email", {{"expects", map({{"what", text("information")}})}});
  story.on("2026-02-02T12:00:00Z").status("waiting", {{"waiting_on", text("customer")}});
  story.on("2026-02-05T12:00:00Z").tell("activity", {{"type", text("work")}, {"direction", text("internal")}});
  story.on("2026-02-03T11:00:00Z").in("email");
  const Complaint complaint = story.fold();
  CHECK(due_of(only(complaint, PromiseKind::resolution)) == "2026-02-03T17:00:00Z");
  REQUIRE(complaint.waits.size() == 1);
  CHECK(util::format_utc(complaint.waits.front().recorded_to.value()) == "2026-02-05T12:00:00Z");
  CHECK(util::format_utc(complaint.waits.front().to.value()) == "2026-02-03T11:00:00Z");
}

TEST_CASE("the resolution's clock goes on where it stood after a rejection") {
  const std::string targets = "targets:\n  - {promise: resolution, target: 8h}\n";
  Case story("UTC", {{"targets.yaml", targets}});
  story.on("2026-02-02T10:00:00Z").complaint();
  story.on("2026-02-02T12:00:00Z").resolve();
  CHECK(state_at(only(story.fold(), PromiseKind::resolution), "2026-03-01T00:00:00Z") == "kept");
  story.on("2026-02-04T12:00:00Z").status("investigating", {{"rejected", yaml::Node::boolean(true)}});
  const Promise again = only(story.fold(), PromiseKind::resolution);
  CHECK(is_open(again));
  // Two hours had passed; six are left from Wednesday noon: five that day, one on Thursday.
  CHECK(due_of(again) == "2026-02-05T10:00:00Z");
}

TEST_CASE("a reopening owes a resolution of its own cycle, whose clock goes on") {
  const std::string targets = "targets:\n  - {promise: resolution, target: 8h}\n";
  Case story("UTC", {{"targets.yaml", targets}});
  story.on("2026-02-02T10:00:00Z").complaint();
  story.on("2026-02-02T12:00:00Z").resolve();
  story.on("2026-02-02T13:00:00Z").confirm();
  story.on("2026-02-04T12:00:00Z").status("investigating", {{"reopened", yaml::Node::boolean(true)}});
  const auto both = all_of(story.fold(), PromiseKind::resolution);
  REQUIRE(both.size() == 2);
  CHECK(state_at(both[0], "2026-03-01T00:00:00Z") == "kept");
  CHECK(both[0].cycle == 1);
  CHECK(both[1].cycle == 2);
  CHECK(due_of(both[1]) == "2026-02-05T10:00:00Z");
}

TEST_CASE("an update is owed from the customer's first contact that we have not answered") {
  Case story;
  story.on("2026-03-02T10:00:00Z").complaint();
  story.on("2026-03-02T11:00:00Z").out("call");
  CHECK(all_of(story.fold(), PromiseKind::update).empty());
  const std::string asked = story.on("2026-03-03T10:00:00Z").in("email");
  story.on("2026-03-04T10:00:00Z").in("call");
  const Promise owed = only(story.fold(), PromiseKind::update);
  CHECK(owed.of == asked);
  CHECK(due_of(owed) == "2026-03-10T17:00:00Z");
  story.on("2026-03-05T10:00:00Z").out("email");
  CHECK(state_at(only(story.fold(), PromiseKind::update), "2026-03-20T00:00:00Z") == "kept");
}

TEST_CASE("an update is owed from our last contact while we owe the customer a commitment") {
  Case story;
  story.on("2026-03-02T10:00:00Z").complaint();
  const std::string promised =
      story.on("2026-03-02T11:00:00Z")
          .out("call", {{"promises",
                         yaml::Node::list({map({{"what", text("refund")}, {"due", text("2026-03-06T12:00:00Z")}})})}});
  Promise owed = only(story.fold(), PromiseKind::update);
  CHECK(owed.of == promised);
  CHECK(due_of(owed) == "2026-03-09T17:00:00Z");
  const std::string still = story.on("2026-03-05T11:00:00Z").out("call");
  auto both = all_of(story.fold(), PromiseKind::update);
  REQUIRE(both.size() == 2);
  CHECK(state_at(both[0], "2026-03-20T00:00:00Z") == "kept");
  CHECK(both[1].of == still);
  story.on("2026-03-06T11:00:00Z").out("call", {{"answers", text(promised)}});
  both = all_of(story.fold(), PromiseKind::update);
  REQUIRE(both.size() == 2);
  CHECK(state_at(both[1], "2026-03-20T00:00:00Z") == "kept");
}

TEST_CASE("no update is owed once the case is settled or ended") {
  Case story;
  story.on("2026-03-02T10:00:00Z").complaint();
  story.on("2026-03-02T11:00:00Z").in("call");
  story.on("2026-03-02T12:00:00Z").status("withdrawn");
  CHECK(state_at(only(story.fold(), PromiseKind::update), "2026-04-20T00:00:00Z") == "void");
  story.on("2026-03-03T11:00:00Z").in("call");
  CHECK(all_of(story.fold(), PromiseKind::update).size() == 1);
}

TEST_CASE("an update can be waived") {
  Case story;
  story.on("2026-03-02T10:00:00Z").complaint();
  story.on("2026-03-02T11:00:00Z").in("call");
  story.on("2026-03-02T12:00:00Z").tell("waiver", {{"promise", text("update")}, {"why", text("they said so")}});
  CHECK(state_at(only(story.fold(), PromiseKind::update), "2026-04-20T00:00:00Z") == "waived");
}

TEST_CASE("a target dates the promise of others that nobody dated") {
  Case story;
  story.on("2026-03-02T10:00:00Z").complaint();
  story.on("2026-03-02T11:00:00Z").in("email", {{"expects", map({{"what", text("reply")}})}});
  CHECK(due_of(only(story.fold(), PromiseKind::commitment)) == "2026-03-09T17:00:00Z");
  story.on("2026-03-02T12:00:00Z").escalate(0, 1, {{"to", text("lena@example.com")}});
  CHECK(due_of(only(story.fold(), PromiseKind::accept)) == "2026-03-02T16:00:00Z");
  story.on("2026-03-02T13:00:00Z").resolve();
  CHECK(due_of(only(story.fold(), PromiseKind::confirm)) == "2026-03-09T17:00:00Z");
}

TEST_CASE("the target that held at the start holds for life, but a new severity reads it again") {
  const std::string targets =
      "targets:\n"
      "  - {promise: resolution, target: 2h, filter: severity:critical}\n"
      "  - {promise: resolution, target: 8h}\n"
      "  - {promise: resolution, target: 4h, from: 2026-02-03}\n";
  Case story("UTC", {{"targets.yaml", targets}});
  story.on("2026-02-02T10:00:00Z").complaint();
  CHECK(due_of(only(story.fold(), PromiseKind::resolution)) == "2026-02-03T10:00:00Z");
  story.on("2026-02-02T11:00:00Z").tell("change", {{"set", map({{"severity", text("critical")}})}});
  CHECK(due_of(only(story.fold(), PromiseKind::resolution)) == "2026-02-02T12:00:00Z");
  Case later("UTC", {{"targets.yaml", targets}});
  later.on("2026-02-03T10:00:00Z").complaint();
  CHECK(due_of(only(later.fold(), PromiseKind::resolution)) == "2026-02-03T14:00:00Z");
}

TEST_CASE("a regulated project owes a final response in writing and a summary") {
  const std::string projects = "projects:\n  - {id: apollo, regulatory: disp}\n  - {id: zeus, regulatory: rg271}\n";
  Case story("Europe/London", {{"projects.yaml", projects}, {"settings.yaml", "settings:\n  zone: Europe/London\n"}});
  story.on("2026-05-21T10:00:00Z").complaint({{"project", text("apollo")}, {"channel", text("email")}});
  Complaint complaint = story.fold();
  CHECK(due_of(only(complaint, PromiseKind::final_response)) == "2026-07-16T22:59:59Z");
  CHECK(due_of(only(complaint, PromiseKind::summary)) == "2026-05-26T16:00:00Z");
  story.on("2026-05-22T10:00:00Z").resolve();
  story.on("2026-05-26T10:00:00Z").confirm();
  complaint = story.fold();
  CHECK(state_at(only(complaint, PromiseKind::final_response), "2027-01-01T00:00:00Z") == "kept");
  CHECK(state_at(only(complaint, PromiseKind::summary), "2027-01-01T00:00:00Z") == "kept");
  Case other("Europe/London", {{"projects.yaml", projects}, {"settings.yaml", "settings:\n  zone: Europe/London\n"}});
  other.on("2026-05-21T10:00:00Z").complaint({{"project", text("zeus")}, {"channel", text("phone")}});
  complaint = other.fold();
  CHECK(due_of(only(complaint, PromiseKind::final_response)) == "2026-06-20T22:59:59Z");
  CHECK(all_of(complaint, PromiseKind::summary).empty());
  other.on("2026-05-22T10:00:00Z").resolve("acknowledged");
  CHECK(is_open(only(other.fold(), PromiseKind::final_response)));
}

TEST_CASE("a target counts by its own calendar, else by the project's, else by the default") {
  const std::string calendars =
      "calendars:\n"
      "  default: {week: {mon: [\"09:00-17:00\"], tue: [\"09:00-17:00\"]}}\n"
      "  late: {week: {mon: [\"13:00-21:00\"]}}\n"
      "  always: {week: {mon: [\"00:00-24:00\"], tue: [\"00:00-24:00\"]}}\n";
  const std::string targets =
      "targets:\n"
      "  - {promise: resolution, target: 2h, calendar: always}\n"
      "  - {promise: first_response, target: 2h}\n";
  const policy::Files files{{"calendars.yaml", calendars},
                            {"targets.yaml", targets},
                            {"projects.yaml", "projects:\n  - {id: apollo, calendar: late}\n"}};
  Case story("UTC", files);
  story.on("2026-02-02T10:00:00Z").complaint({{"project", text("apollo")}});
  CHECK(due_of(only(story.fold(), PromiseKind::first_response)) == "2026-02-02T15:00:00Z");
  CHECK(due_of(only(story.fold(), PromiseKind::resolution)) == "2026-02-02T12:00:00Z");
  Case other("UTC", files);
  other.on("2026-02-02T10:00:00Z").complaint();
  CHECK(due_of(only(other.fold(), PromiseKind::first_response)) == "2026-02-02T12:00:00Z");
}

TEST_CASE("policies of other targets, calendars or zones have other terms") {
  const auto terms = [](const policy::Files& files) { return terms_of(policy::load(files)); };
  CHECK(terms({}) == terms({}));
  CHECK(terms({}) != terms({{"targets.yaml", "targets:\n  - {promise: resolution, target: 8h}\n"}}));
  CHECK(terms({}) != terms({{"settings.yaml", "settings:\n  zone: Asia/Tokyo\n"}}));
  CHECK(terms({}) != terms({{"calendars.yaml", "calendars:\n  default: {week: {mon: [\"09:00-17:00\"]}}\n"}}));
}

}  // namespace
}  // namespace crmtrack::story::test
