// The rungs of the ladder as the fold works them out, and the records of tick (crmtrack-ladders(5), crmtrack-tick(1)).
#include <doctest/doctest.h>

#include "build.hpp"
#include "policy/load.hpp"
#include "record/machine_record.hpp"
#include "story/machine_key.hpp"

namespace crmtrack::story::test {
namespace {

/// A story under the policy that holds where no file says otherwise, in UTC. March 2026 begins on a Sunday.
class Laddered : public Teller {
 public:
  explicit Laddered(const std::string& ladders = {}) {
    policy::Files files;
    if (!ladders.empty()) files["ladders.yaml"] = "ladders:\n" + ladders;
    policy() = policy::load(files);
    for (const policy::Finding& finding : policy().findings) FAIL(finding.message);
  }
  Laddered& on(std::string_view time) {
    happening(at(time));
    return *this;
  }
  /// Adds what tick makes of the first rung that is due.
  DueRung climb() {
    const Complaint before = fold();
    REQUIRE(!before.due_rungs.empty());
    const DueRung rung = before.due_rungs.front();
    const Promise& promise = before.promises.at(rung.promise);
    yaml::Node fields = map({{"from_level", yaml::Node::integer(before.level)},
                             {"to_level", yaml::Node::integer(rung.level.value_or(before.level))},
                             {"asked", text(rung.level ? "decide" : "inform")}});
    add(record::make_machine_record({.kind = record::Kind::escalation,
                                     .key = ladder_key(before.id, promise, rung.level),
                                     .at = {rung.at, {}},
                                     .by = "crmtrack",
                                     .cause = promise.of,
                                     .fields = std::move(fields)}));
    return rung;
  }
  /// Gives the newest record the id that it has where people record things as they happen.
  void recorded_then() {
    record::Record& record = entries().back().record;
    record.id = util::make_ulid(util::Millis(record.at.utc), {});
  }
  void add(const record::MachineRecord& made) {
    Entry entry;
    entry.record = made.record;
    entry.source = made.text;
    entries().push_back(std::move(entry));
    last_ = made.record.id;
  }
  [[nodiscard]] std::string note_of_last(const Complaint& complaint) const {
    const auto found = complaint.notes.find(last_);
    return found == complaint.notes.end() ? std::string() : found->second.note;
  }

 private:
  std::string last_;
};

std::vector<std::string> rungs_of(const Complaint& complaint, std::string_view kind) {
  std::vector<std::string> shown;
  for (const DueRung& rung : complaint.due_rungs)
    if (record::name_of(complaint.promises.at(rung.promise).kind) == kind)
      shown.push_back(fmt::format("{} {}", rung.level ? std::to_string(*rung.level) : "owner",
                                  util::format_utc(rung.at).substr(5, 11)));
  return shown;
}

using Shown = std::vector<std::string>;

}  // namespace

TEST_CASE("the rungs of a promise are shares of its own elapsed time") {
  Laddered story;
  story.on("2026-03-02T09:00:00Z").complaint();  // a Monday
  const Complaint complaint = story.fold();
  CHECK(rungs_of(complaint, "first_response") ==
        Shown{"owner 03-02T15:00", "1 03-02T17:00", "2 03-03T11:00", "3 03-03T17:00"});
  // One business day: to the close of the next one, sixteen open hours.
  CHECK(rungs_of(complaint, "acknowledge") ==
        Shown{"owner 03-03T13:00", "1 03-03T17:00", "2 03-04T13:00", "3 03-05T17:00"});
  CHECK(complaint.due_rungs.front().at == at("2026-03-02T15:00:00Z"));
}

TEST_CASE("nothing is due while the clock stands still, and a pause that never ends takes every rung away") {
  Laddered story;
  story.on("2026-03-02T09:00:00Z").complaint();
  const std::string ask = story.on("2026-03-02T12:00:00Z").out("email", {{"expects", map({{"what", text("reply")}})}});
  story.on("2026-03-03T09:00:00Z").status("waiting", {{"waiting_on", text("customer")}});
  CHECK(rungs_of(story.fold(), "resolution").empty());
  CHECK(rungs_of(story.fold(), "acknowledge").size() == 4);
  story.on("2026-03-06T17:00:00Z").in("email", {{"answers", text(ask)}});  // four days later
  const Complaint complaint = story.fold();
  REQUIRE(rungs_of(complaint, "resolution").size() == 4);
  CHECK(rungs_of(complaint, "resolution")[1] == "1 03-20T17:00");
}

TEST_CASE("a rung is taken once, and only where the complaint has not been as high since") {
  Laddered story;
  story.on("2026-03-02T09:00:00Z").complaint();
  CHECK(story.climb().at == at("2026-03-02T15:00:00Z"));  // the owner is told
  CHECK(story.fold().level == 0);
  CHECK(story.fold().rungs.empty());
  CHECK(find_promise(story.fold().promises, "accept") == nullptr);
  story.climb();
  CHECK(story.fold().level == 1);
  CHECK(rungs_of(story.fold(), "first_response") == Shown{"2 03-03T11:00", "3 03-03T17:00"});
  CHECK(rungs_of(story.fold(), "acknowledge") == Shown{"owner 03-03T13:00", "2 03-04T13:00", "3 03-05T17:00"});
  // Taken up by hand: level 2 is reached before its rung. Down again: later rungs lead up again.
  story.on("2026-03-03T10:00:00Z").escalate(1, 2);
  story.recorded_then();
  CHECK(rungs_of(story.fold(), "first_response") == Shown{"3 03-03T17:00"});
  story.on("2026-03-03T12:00:00Z").escalate(2, 0, {{"down", text("true")}});
  story.recorded_then();
  CHECK(rungs_of(story.fold(), "first_response") == Shown{"3 03-03T17:00"});
  CHECK(rungs_of(story.fold(), "acknowledge") ==
        Shown{"owner 03-03T13:00", "1 03-03T17:00", "2 03-04T13:00", "3 03-05T17:00"});
}

TEST_CASE("an escalation that nobody answers goes to the next level of the ladders, and never beyond them") {
  Laddered story("  - {rungs: [{at: 100%, to: 1}, {at: 300%, to: 3}]}\n");
  story.on("2026-03-02T09:00:00Z").complaint();
  story.on("2026-03-02T10:00:00Z").escalate(0, 1, {{"to", text("lena@example.com")}});
  CHECK(rungs_of(story.fold(), "accept") == Shown{"3 03-02T14:00"});
  story.on("2026-03-02T11:00:00Z").escalate(1, 3, {{"to", text("max@example.com")}});
  CHECK(rungs_of(story.fold(), "accept").empty());
}

TEST_CASE("the first ladder that fits holds") {
  Laddered story(
      "  - {filter: severity:critical, rungs: [{at: 100%, to: 2}]}\n"
      "  - {promises: [acknowledge], rungs: []}\n"
      "  - {rungs: [{at: 50%, to: owner}]}\n");
  story.on("2026-03-02T09:00:00Z").complaint();
  CHECK(rungs_of(story.fold(), "acknowledge").empty());
  CHECK(rungs_of(story.fold(), "first_response") == Shown{"owner 03-02T13:00"});
  story.tell("change", {{"set", map({{"severity", text("critical")}})}});
  CHECK(rungs_of(story.fold(), "acknowledge") == Shown{"2 03-03T17:00"});
}

TEST_CASE("a date that somebody stated is a target too") {
  Laddered story;
  story.on("2026-03-02T09:00:00Z").complaint();
  yaml::Node promises = yaml::Node::list();
  promises.items.push_back(map({{"what", text("call back")}, {"due", text("2026-03-03T17:00:00Z")}}));
  story.on("2026-03-02T09:00:00Z").out("call", {{"promises", promises}});
  // Sixteen open hours: a quarter of them are four.
  CHECK(rungs_of(story.fold(), "commitment") ==
        Shown{"owner 03-03T13:00", "1 03-03T17:00", "2 03-04T13:00", "3 03-05T17:00"});
}

TEST_CASE("an escalation whose cause was gone is moot: it stays, and sets no level") {
  Laddered story;
  story.on("2026-03-02T09:00:00Z").complaint();
  story.climb();
  story.climb();
  CHECK(story.fold().level == 1);
  // Recorded later, by somebody who had been offline: the answer had gone out before the rung.
  story.on("2026-03-02T16:59:00Z").out("email");
  const Complaint complaint = story.fold();
  CHECK(complaint.level == 0);
  CHECK(complaint.peak_level == 0);
  CHECK(complaint.rungs.empty());
  CHECK(find_promise(complaint.promises, "accept") == nullptr);
  CHECK(story.note_of_last(complaint).starts_with("moot: first_response had ended before, by "));
  CHECK(!complaint.contested());
}

TEST_CASE("a moot escalation makes moot what followed from it") {
  Laddered story(
      "  - {promises: [first_response], rungs: [{at: 100%, to: 1}]}\n"
      "  - {promises: [update], rungs: [{at: 100%, to: 2}]}\n");
  story.on("2026-03-02T09:00:00Z").complaint();
  story.climb();
  story.climb();  // nobody accepted level 1
  CHECK(story.fold().level == 2);
  story.on("2026-03-02T16:00:00Z").out("email");
  CHECK(story.fold().level == 0);
  CHECK(story.note_of_last(story.fold()) == "moot: nobody owes that accept any more");
}

TEST_CASE("an escalation that was right stays, whatever came after") {
  Laddered story;
  story.on("2026-03-02T09:00:00Z").complaint();
  story.climb();
  story.climb();
  story.on("2026-03-02T17:00:01Z").out("email");
  CHECK(story.fold().level == 1);
  CHECK(story.note_of_last(story.fold()).empty());
}

TEST_CASE("forged records of the ladder change no level, and folding them ends") {
  Laddered story;
  story.on("2026-03-02T09:00:00Z").complaint();
  const std::string first = story.entries().front().record.id;
  for (int i = 0; i < 200; ++i) {
    Promise promise;
    promise.kind = record::PromiseKind::resolution;
    promise.of = first;
    promise.cycle = i + 2;
    story.add(record::make_machine_record({.kind = record::Kind::escalation,
                                           .key = ladder_key("20260301-7f3q2mxab4", promise, 1),
                                           .at = {at("2026-03-02T09:30:00Z"), {}},
                                           .by = "crmtrack",
                                           .cause = first,
                                           .fields = map({{"to_level", yaml::Node::integer(1)}})}));
  }
  CHECK(story.fold().conflicts.empty());
}

TEST_CASE("silence becomes acceptance after the days of policy, and tick's record of it may become moot") {
  Laddered story;
  story.on("2026-03-02T09:00:00Z").complaint();
  story.on("2026-03-02T10:00:00Z").resolve();
  story.on("2026-03-04T10:00:00Z").out("call", {{"evidence", text("attempted")}});
  CHECK(!story.fold().silent_at);
  const std::string second = story.on("2026-03-06T10:00:00Z").out("email");
  const Complaint waiting = story.fold();
  REQUIRE(waiting.silent_at);
  CHECK(util::format_utc(*waiting.silent_at) == "2026-03-21T00:00:00Z");
  story.add(record::make_machine_record(
      {.kind = record::Kind::change,
       .key = silence_key(waiting.id, waiting.transitions.back().record, 1),
       .at = {*waiting.silent_at, {}},
       .by = "crmtrack",
       .cause = second,
       .fields = map({{"set", map({{"status", text("resolved")}, {"accepted_by", text("silence")}})}})}));
  CHECK(story.fold().status == Status::resolved);
  CHECK(story.fold().accepted_by == "silence");
  CHECK(!story.fold().silent_at);
  story.on("2026-03-20T10:00:00Z").in("email");
  const Complaint complaint = story.fold();
  CHECK(complaint.status == Status::responded);
  CHECK(story.note_of_last(complaint).starts_with("moot: the customer was in touch"));
}

TEST_CASE("the customer is reminded of an answer that they have not confirmed, until somebody has tried") {
  Laddered story;
  story.on("2026-03-02T09:00:00Z").complaint();
  story.on("2026-03-02T10:00:00Z").resolve();
  const auto reminder = [&] {
    const Complaint complaint = story.fold();
    const Promise* confirm = find_promise(complaint.promises, "confirm");
    return confirm != nullptr && confirm->remind_at ? util::format_utc(*confirm->remind_at) : std::string("none");
  };
  CHECK(reminder() == "2026-03-04T17:00:00Z");
  story.on("2026-03-05T10:00:00Z").out("voicemail");
  CHECK(reminder() == "2026-03-06T17:00:00Z");
  story.on("2026-03-07T10:00:00Z").out("voicemail");
  CHECK(reminder() == "none");
}

TEST_CASE("a key names its promise, and nothing else passes for one") {
  Promise promise;
  promise.kind = record::PromiseKind::commitment;
  promise.of = "01m7yrrt80zm6mct7z9g60d6n1";
  promise.n = 2;
  promise.several = true;
  promise.cycle = 3;
  const std::string key = ladder_key("20260301-7f3q2mxab4", promise, std::nullopt);
  CHECK(key == "ladder/20260301-7f3q2mxab4/commitment@01m7yrrt80zm6mct7z9g60d6n1.2/owner/3");
  const auto parsed = parse_ladder_key(key);
  REQUIRE(parsed);
  CHECK(is_of(*parsed, promise));
  CHECK(!parsed->level);
  promise.cycle = 2;
  CHECK(!is_of(*parsed, promise));
  for (const char* const other :
       {"", "ladder/", "ladder/a/b/c/d", "ladder/a/update@x/1", "ladder/a/update@x/-1/1", "ladder/a/update@x/1/1/1",
        "silence/a/update@x/1/1", "ladder/a/update/1/1", "ladder/a/update@x/99999999999/1"})
    CHECK_MESSAGE(!parse_ladder_key(other), other);
}

}  // namespace crmtrack::story::test
