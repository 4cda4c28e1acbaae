#include <doctest/doctest.h>

#include "build.hpp"

#include "story/fold_complaint.hpp"

/// Of records that cannot all count, which does.
namespace crmtrack::story::test {
namespace {

constexpr const char* kFolder = "20260301-7f3q2mxab4";

/// An entry with an id of that number, and `came_after` of its rivals in its history.
Entry entry(int number, const std::string& kind, Fields fields, int came_after = 0,
            util::Instant recorded = minute(0)) {
  Entry made;
  made.record = record::make(record::StatedKind(kind), {minute(number), std::chrono::minutes{0}}, "asha@example.com",
                             {}, yaml::Node::map(std::move(fields)));
  made.record.id = Teller::id_of(number);
  made.source = record::render(made.record);
  made.provenance.came_after = came_after;
  made.provenance.recorded_at = recorded;
  return made;
}

Fields saying(std::string summary, std::string key = "") {
  Fields fields{{"summary", text(std::move(summary))}};
  if (!key.empty()) fields.emplace_back("key", text(std::move(key)));
  return fields;
}

Complaint fold(std::vector<Entry> entries) {
  return fold_complaint({{record::StoryKind::complaint, kFolder}, std::move(entries)}, {}, {});
}

}  // namespace

TEST_CASE("the complaint record that came first stands, whatever the ids are") {
  for (const char* key : {"", "x:1"}) {
    CAPTURE(key);
    const Complaint complaint =
        fold({entry(1, "complaint", saying("forged", key), 1), entry(2, "complaint", saying("real"))});
    CHECK(complaint.text_of("summary") == "real");
    CHECK(complaint.notes.at(Teller::id_of(1)).set_aside);
    CHECK(complaint.contested() == std::string_view(key).empty());
  }
}

TEST_CASE("of complaint records beside each other a person's stands, then the one that was recorded first") {
  CHECK(fold({entry(1, "complaint", saying("machine", "x:1")), entry(2, "complaint", saying("person"))})
            .text_of("summary") == "person");
  CHECK(fold({entry(1, "complaint", saying("later"), 0, minute(9)), entry(2, "complaint", saying("earlier"))})
            .text_of("summary") == "earlier");
}

TEST_CASE("of one key the one that came first counts, and among those the smallest id") {
  const auto change = [](int number, std::string severity, int came_after) {
    return entry(number, "change", {{"set", map({{"severity", text(std::move(severity))}})}, {"key", text("r/1")}},
                 came_after);
  };
  const Complaint complaint =
      fold({entry(1, "complaint", saying("x")), change(2, "low", 2), change(3, "high", 0), change(4, "medium", 0)});
  CHECK(complaint.text_of("severity") == "high");
  CHECK(complaint.notes.at(Teller::id_of(2)).duplicate_of == Teller::id_of(3));
  CHECK(complaint.notes.at(Teller::id_of(4)).duplicate_of == Teller::id_of(3));
  CHECK(!complaint.contested());
}

TEST_CASE("a machine's record that lies before the complaint's own changes nothing") {
  const Complaint complaint =
      fold({entry(1, "change", {{"set", map({{"severity", text("low")}})}, {"key", text("r/1")}}),
            entry(2, "complaint", {{"summary", text("x")}, {"severity", text("high")}})});
  CHECK(complaint.text_of("severity") == "high");
  CHECK(complaint.notes.at(Teller::id_of(1)).set_aside);
}

TEST_CASE("a correction of what a source says of itself is no correction") {
  Teller teller;
  const std::string id = teller.complaint();
  const std::string bad = teller.tell("correction", {{"corrects", text(id)}, {"set", map({{"source", text("x:1")}})}});
  const std::string change = teller.tell("change", {{"set", map({{"source", text("x:1")}})}});
  const Complaint complaint = teller.fold();
  CHECK(complaint.text_of("source").empty());
  CHECK(complaint.notes.at(bad).note == "cannot correct 'source'");
  CHECK(complaint.notes.at(change).note == "a change cannot set 'source'");
}

TEST_CASE("a record of another folder counts only where the last correction says so") {
  const auto call = [] {
    Entry made = entry(2, "activity", {{"type", text("call")}});
    made.moved_from = "20260301-zzzzzzzzzz";
    return made;
  };
  const auto move = [](int number, const char* to, bool elsewhere) {
    Entry made =
        entry(number, "correction", {{"corrects", text(Teller::id_of(2))}, {"set", map({{"complaint", text(to)}})}});
    if (elsewhere) made.moved_from = "20260301-zzzzzzzzzz";
    return made;
  };
  const Entry own = entry(1, "complaint", saying("x"));
  CHECK(fold({own, call(), move(3, kFolder, true)}).types.contains("call"));
  const Complaint moved_on = fold({own, call(), move(3, kFolder, true), move(4, "20260301-yyyyyyyyyy", false)});
  CHECK(moved_on.types.empty());
  CHECK(moved_on.notes.at(Teller::id_of(2)).moved_to == "20260301-yyyyyyyyyy");
  const Complaint back = fold({own, call(), move(3, kFolder, true), move(4, "20260301-zzzzzzzzzz", false)});
  CHECK(back.types.empty());
  CHECK(fold({own, call()}).types.empty());
}

}  // namespace crmtrack::story::test
