#include <doctest/doctest.h>

#include <chrono>
#include <ctime>
#include <random>

#include "build.hpp"
#include "story/entry_state.hpp"
#include "story/fold/ancestry.hpp"
#include "story/fold/readings.hpp"
#include "story/fold_complaint.hpp"
#include "story/lifecycle.hpp"

/// Stories that no crmtrack wrote, and properties that hold for any story.
namespace crmtrack::story::test {
namespace {

using Dice = std::mt19937;

/// Ten times what a fold takes. Without optimisation and under a sanitizer it takes thirty times as long.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::chrono::seconds kAtOnce{150};
#else
constexpr std::chrono::seconds kAtOnce{5};
#endif

/// The processor's time since `start`: a busy machine is no fault of the fold.
std::chrono::milliseconds milliseconds_since(std::clock_t start) {
  return std::chrono::milliseconds{(std::clock() - start) * 1000 / CLOCKS_PER_SEC};
}

/// Folds what the teller has told so far, and checks the time: many records cost no more than their number.
Complaint fold_at_once(const Teller& teller) {
  Story story = teller.story();
  const std::clock_t start = std::clock();
  Complaint complaint = fold_complaint(std::move(story), {}, {});
  const auto took = milliseconds_since(start);
  MESSAGE(took.count(), " ms");
  CHECK(took < kAtOnce);
  return complaint;
}

std::size_t below(Dice& dice, std::size_t end) { return dice() % end; }

std::string pick(Dice& dice, std::initializer_list<const char*> words) {
  return *(words.begin() + below(dice, words.size()));
}

std::string any_id(Dice& dice, const std::vector<std::string>& known) {
  return known.empty() || below(dice, 12) == 0 ? Teller::id_of(static_cast<int>(below(dice, 60)))
                                               : known[below(dice, known.size())];
}

Fields any_change(Dice& dice) {
  const std::string field =
      pick(dice, {"status", "status", "status", "severity", "reason", "outcome", "link", "owner"});
  Fields set{{field, text(field == "status" ? pick(dice, {"waiting", "resolved", "investigating", "closed", "withdrawn",
                                                          "void", "odd"})
                                            : pick(dice, {"a", "b"}))}};
  if (below(dice, 2) == 0) set.emplace_back(pick(dice, {"rejected", "reopened"}), text("yes"));
  return {{"set", map(std::move(set))}, {"evidence", text(pick(dice, {"sent", "acknowledged"}))}};
}

Fields any_activity(Dice& dice, const std::vector<std::string>& known) {
  Fields fields{{"type", text(pick(dice, {"call", "email", "voicemail", "work", "note"}))},
                {"direction", text(pick(dice, {"in", "out", "internal"}))}};
  if (below(dice, 3) == 0) fields.emplace_back("purpose", text(pick(dice, {"acknowledge", "answer", "update"})));
  if (below(dice, 3) == 0)
    fields.emplace_back("expects", map({{"what", text(pick(dice, {"reply", "acknowledgement", "none"}))}}));
  if (below(dice, 3) == 0) fields.emplace_back("answers", list({any_id(dice, known)}));
  if (below(dice, 4) == 0) fields.emplace_back("promises", yaml::Node::list({map({{"what", text("x")}})}));
  return fields;
}

Fields any_escalation(Dice& dice, const std::vector<std::string>& known) {
  if (below(dice, 2) == 0)
    return {{"answers", text(any_id(dice, known))}, {"answer", text(pick(dice, {"accept", "decline", "return"}))}};
  return {{"from_level", yaml::Node::integer(static_cast<int>(below(dice, 3)))},
          {"to_level", yaml::Node::integer(static_cast<int>(below(dice, 4)))}};
}

Fields any_step(Dice& dice, const std::vector<std::string>& known) {
  if (below(dice, 2) == 0)
    return {{"state", text("agreed")}, {"text", text("x")}, {"owner", text(pick(dice, {"bo", "cy"}))}};
  return {{"step", text(any_id(dice, known))},
          {"state", text(pick(dice, {"done", "verified", "slipped", "dropped", "odd"}))},
          {"due", text("2026-03-20T17:00:00Z")},
          {"needs", list({any_id(dice, known)})}};
}

Fields any_fields(Dice& dice, const std::string& kind, const std::vector<std::string>& known) {
  if (kind == "activity") return any_activity(dice, known);
  if (kind == "change") return any_change(dice);
  if (kind == "escalation") return any_escalation(dice, known);
  if (kind == "assignment") return {{"to", text(pick(dice, {"bo", "cy"}))}};
  if (kind == "waiver") return {{"promise", text(pick(dice, {"confirm", "commitment", "review", "step"}))}};
  if (kind == "step") return any_step(dice, known);
  if (kind == "resolution")
    return {{"outcome", text(pick(dice, {"upheld", "not_upheld"}))},
            {"evidence", text(pick(dice, {"sent", "attempted"}))}};
  if (kind == "correction") {
    return {{"corrects", text(any_id(dice, known))},
            {"set",
             map({{pick(dice, {"evidence", "severity", "at", "complaint", "to"}), text(pick(dice, {"sent", "x"}))}})}};
  }
  return {{"severity", text(pick(dice, {"low", "high"}))}};
}

/// A story of two to four clones that see each other's records at random.
Teller any_story(unsigned seed, int records) {
  Dice dice(seed);
  Teller teller;
  std::vector<std::string> known{teller.complaint()};
  for (int i = 0; i < records; ++i) {
    const std::string kind =
        pick(dice, {"activity", "activity", "change", "change", "escalation", "assignment", "waiver", "resolution",
                    "correction", "review", "complaint", "mystery", "step", "step"});
    Fields fields = any_fields(dice, kind, known);
    if (below(dice, 8) == 0) fields.emplace_back("key", text(pick(dice, {"k1", "k2", "k3"})));
    std::vector<std::string> after;
    for (std::size_t n = below(dice, 4); n > 0; --n) after.push_back(any_id(dice, known));
    known.push_back(below(dice, 3) == 0 ? teller.tell(kind, fields) : teller.tell_after(after, kind, fields));
    if (below(dice, 15) == 0) teller.entries().back().fault = "malformed";
  }
  return teller;
}

/// True where `later` has seen `earlier` by their `after`. Searches plainly: slow and certain.
bool reaches(const std::vector<Entry>& entries, int later, int earlier) {
  const auto id_at = [&](int at) -> const std::string& { return entries[static_cast<std::size_t>(at)].record.id; };
  for (const std::string& id : entries[static_cast<std::size_t>(later)].record.after) {
    bool is_there = false;
    for (int at = 0; at < later; ++at) {
      if (id_at(at) != id) continue;
      is_there = true;
      if (at == earlier || (at > earlier && reaches(entries, at, earlier))) return true;
    }
    if (!is_there && id < id_at(later) && id_at(earlier) < id) return true;
  }
  return false;
}

TEST_CASE("a long chain of corrections folds at once, and counts no deeper than people mean it") {
  Teller teller;
  teller.complaint();
  const std::string note = teller.tell("activity", {{"text", text("words")}});
  std::string last = note, field = "text";
  for (int i = 1; i <= 5000; ++i) {
    last = teller.tell("correction", {{"corrects", text(last)}, {"set", map({{field, text(std::to_string(i))}})}});
    field = "set.text";
  }
  const Complaint complaint = fold_at_once(teller);
  CHECK(complaint.notes.at(last).note.find("16 deep") != std::string::npos);
}

}  // namespace

TEST_CASE("a fold is the same in whatever order the records arrive") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    Teller teller = any_story(seed, 5 + static_cast<int>(seed % 40));
    const std::string expected = everything(teller.fold());
    Dice dice(seed);
    for (int turn = 0; turn < 3; ++turn) {
      std::shuffle(teller.entries().begin(), teller.entries().end(), dice);
      REQUIRE(everything(teller.fold()) == expected);
    }
  }
}

TEST_CASE("who knew of whom agrees with a plain search") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    std::vector<Entry> entries = any_story(seed, 14).story().entries;
    sort_entries(entries);
    if (seed % 2 == 0)
      entries.erase(entries.begin() + seed % 7, entries.begin() + seed % 7 + 3);  // a part of an export
    const Ancestry ancestry(entries);
    const int count = static_cast<int>(entries.size());
    for (int later = 0; later < count; ++later) {
      for (int earlier = 0; earlier < count; ++earlier) {
        CAPTURE(later);
        CAPTURE(earlier);
        REQUIRE(ancestry.knows(later, earlier) == reaches(entries, later, earlier));
      }
    }
  }
}

TEST_CASE("a promise is settled by a record that exists, and conflicts name records of the story") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    const Complaint complaint = any_story(seed, 40).fold();
    const auto has = [&](const std::string& id) {
      return std::any_of(complaint.entries.begin(), complaint.entries.end(),
                         [&](const Entry& entry) { return entry.record.id == id; });
    };
    for (const Promise& promise : complaint.promises) {
      CHECK(has(promise.of));
      CHECK((promise.ended == Promise::Ended::no) == promise.settled_by.empty());
      CHECK((promise.settled_by.empty() || has(promise.settled_by)));
    }
    for (const Conflict& conflict : complaint.conflicts) {
      CHECK(conflict.records.size() >= 1);
      CHECK(std::is_sorted(conflict.records.begin(), conflict.records.end()));
      CHECK(std::all_of(conflict.records.begin(), conflict.records.end(), has));
    }
    CHECK(complaint.transitions.back().status == complaint.status);
    CHECK(complaint.peak_level >= complaint.level);
  }
}

TEST_CASE("cycles, references to oneself and to nothing are followed no further") {
  Teller teller;
  const std::string first = Teller::id_of(1);
  const std::string second = Teller::id_of(2);
  teller.tell_after({first, second, "nothing", ""}, "complaint", {{"customer", text("acme")}});
  teller.tell_after({first, second, Teller::id_of(3)}, "change", {{"set", map({{"severity", text("low")}})}});
  teller.tell_after({second, Teller::id_of(3)}, "change", {{"set", map({{"severity", text("high")}})}});
  CHECK(!teller.fold().contested());
  CHECK(teller.fold().text_of("severity") == "high");
  CHECK(heads_of(teller.entries()) == std::vector{Teller::id_of(3)});
}

TEST_CASE("without a complaint record what is left is shown, and nothing lost") {
  Teller teller;
  teller.out("call");
  teller.resolve();
  const Complaint complaint = teller.fold();
  CHECK(complaint.moved_or_empty);
  CHECK(complaint.received_at == at("2026-03-01T00:00:00Z"));
  CHECK(complaint.entries.size() == 2);
  CHECK(complaint.status == Status::responded);
  CHECK(state(complaint, "acknowledge") == "none");
  Teller nameless("odd");
  nameless.happening(minute(7)).out("call");
  CHECK(nameless.fold().received_at == minute(7));
  const Complaint empty = fold_complaint({{record::StoryKind::complaint, "20260301-7f3q2mxab4"}, {}}, {}, {});
  CHECK(empty.moved_or_empty);
  CHECK(empty.status == Status::received);
}

TEST_CASE("of two complaint records the first is the complaint") {
  Teller teller;
  const std::string first = teller.complaint({{"customer", text("acme")}});
  const std::string second = teller.complaint({{"customer", text("other")}});
  const Complaint complaint = teller.fold();
  CHECK(complaint.text_of("customer") == "acme");
  CHECK(complaint.notes.at(second).set_aside);
  REQUIRE(complaint.conflicts.size() == 1);
  CHECK(complaint.conflicts[0].records == std::vector{first, second});
  teller.tell("correction", {{"corrects", text(second)}, {"set", map({{"complaint", text("20260301-aaaaaaaaaa")}})}});
  CHECK(!teller.fold().contested());
}

TEST_CASE("bad records and kinds that we do not know change nothing and stay") {
  Teller teller;
  teller.complaint();
  teller.resolve();
  teller.entries().back().fault = "line 3: not a map";
  teller.tell("horoscope", {{"status", text("closed")}});
  teller.tell("customer", {{"name", text("x")}});
  const Complaint complaint = teller.fold();
  CHECK(complaint.status == Status::received);
  CHECK(complaint.entries.size() == 4);
  CHECK(complaint.notes.empty());
  teller.entries().front().fault = "gone";
  CHECK(teller.fold().moved_or_empty);
}

TEST_CASE("fields of another shape than they should have are passed over") {
  Teller teller;
  teller.complaint({{"customer", list({"a"})}, {"refs", map({{"a", text("b")}})}, {"links", text("follows:x")}});
  teller.tell("change", {{"set", text("status")}});
  teller.tell("change", {{"set", map({{"status", list({"closed"})}})}});
  teller.tell("activity", {{"type", list({"call"})},
                           {"direction", text("out")},
                           {"expects", list({"reply"})},
                           {"promises", map({{"what", text("x")}})},
                           {"answers", map({{"a", text("b")}})}});
  teller.tell("assignment", {{"to", yaml::Node::null()}});
  teller.tell("escalation", {{"answers", map({})}, {"to_level", list({"1"})}});
  teller.tell("correction", {{"corrects", list({"x"})}, {"set", text("x")}});
  teller.tell("resolution", {{"outcome", list({"upheld"})}, {"evidence", map({})}, {"expects", text("none")}});
  const Complaint complaint = teller.fold();
  CHECK(complaint.entries.size() == 8);
  CHECK(complaint.links == std::set<std::string>{"follows:x"});
}

TEST_CASE("heads are the records that no other names") {
  Teller teller;
  const std::string root = teller.complaint();
  CHECK(heads_of(teller.entries()) == std::vector{root});
  const std::string a = teller.tell_after({root}, "review", {});
  const std::string b = teller.tell_after({root}, "review", {});
  CHECK(heads_of(teller.entries()) == std::vector{a, b});
  const std::string c = teller.tell_after({a, b}, "review", {});
  std::reverse(teller.entries().begin(), teller.entries().end());
  CHECK(heads_of(teller.entries()) == std::vector{c});
  CHECK(heads_of({}).empty());
}

TEST_CASE("a long story folds at once, one line or many clones wide") {
  for (const std::size_t clones : {1U, 7U}) {
    Teller teller;
    std::vector<std::string> heads(clones, teller.complaint());
    Dice dice(5);
    std::vector<std::string> known{heads[0]};
    for (std::size_t i = 0; i < 5000; ++i) {
      const std::string kind = pick(dice, {"activity", "activity", "activity", "change", "escalation", "assignment"});
      std::string& head = heads[i % clones];
      std::vector<std::string> after{head};
      if (i % 50 < clones && head != heads[(i + 1) % clones]) after.push_back(heads[(i + 1) % clones]);
      head = teller.tell_after(after, kind, any_fields(dice, kind, known));
      known.push_back(head);
    }
    Story story = teller.story();
    const std::clock_t start = std::clock();
    const Complaint complaint = fold_complaint(std::move(story), {}, {});
    const auto took = milliseconds_since(start);
    MESSAGE(clones, " clones: ", took.count(), " ms");
    CHECK(took < kAtOnce);
    CHECK(complaint.entries.size() == 5001);
  }
}

TEST_CASE("thousands who knew nothing of each other fold at once, and the message stays short") {
  Teller teller;
  teller.complaint();
  for (int i = 0; i < 5000; ++i) {
    teller.tell_after({}, "change",
                      {{"set", map({{"severity", text(std::to_string(i))}, {"status", text("waiting")}})}});
    teller.entries().back().record.by = "clone";
  }
  const Complaint complaint = fold_at_once(teller);
  REQUIRE(complaint.conflicts.size() == 1);
  CHECK(complaint.conflicts[0].records.size() == 5000);
  CHECK(complaint.conflicts[0].message.size() < 400);
}

TEST_CASE("thousands of corrections of one record fold at once") {
  Teller teller;
  teller.complaint();
  const std::string note = teller.tell("activity", {{"text", text("words")}});
  for (int i = 0; i < 5000; ++i) {
    teller.tell_after({note}, "correction",
                      {{"corrects", text(note)}, {"set", map({{"text", text(std::to_string(i))}})}});
  }
  const Complaint complaint = fold_at_once(teller);
  REQUIRE(complaint.conflicts.size() == 1);
  CHECK(complaint.notes.at(note).corrected_by.size() == 5000);
  CHECK(complaint.notes.at(note).corrected_by.front() < complaint.notes.at(note).corrected_by.back());
}

}  // namespace crmtrack::story::test
