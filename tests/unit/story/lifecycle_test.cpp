#include <doctest/doctest.h>

#include <map>

#include "build.hpp"
#include "record/vocabulary.hpp"

namespace crmtrack::story::test {
namespace {

/// Tells a story that stands in `status`.
void reach(Teller& teller, std::string_view status) {
  teller.complaint();
  if (status == "acknowledged") teller.acknowledge();
  if (status == "investigating") teller.tell("assignment", {{"to", text("bo@example.com")}});
  if (status == "waiting") teller.status("waiting", {{"waiting_on", text("carrier")}});
  if (status == "withdrawn" || status == "void") teller.status(std::string(status));
  if (status != "responded" && status != "resolved" && status != "closed") return;
  teller.resolve();
  if (status == "responded") return;
  teller.confirm();
  if (status == "closed") teller.status("closed");
}

std::string make(Teller& teller, std::string_view move) {
  if (move == "acknowledge") return teller.acknowledge();
  if (move == "assign") return teller.tell("assignment", {{"to", text("cy@example.com")}});
  if (move == "work") return teller.tell("activity", {{"type", text("work")}, {"direction", text("internal")}});
  if (move == "contact") return teller.in("call");
  if (move == "wait") return teller.status("waiting", {{"waiting_on", text("customer")}});
  if (move == "resolve") return teller.resolve();
  if (move == "confirm") return teller.confirm();
  if (move == "reject") return teller.status("investigating", {{"rejected", text("yes")}});
  if (move == "close") return teller.status("closed");
  if (move == "reopen") return teller.status("investigating", {{"reopened", text("yes")}});
  if (move == "withdraw") return teller.status("withdrawn");
  return teller.status("void");
}

/// Where each move leads from each status, in the order of record::kStatuses. `.`: it stays, silently; `!`: it is set
/// aside, and the complaint contested.
struct Row {
  const char* move;
  const char* leads;  ///< one letter a status: the initial of where it leads (v void, w waiting, x withdrawn, c closed)
};
constexpr Row kTable[] = {
    {"acknowledge", "a........"}, {"assign", "ii.i....."},  {"work", "ii.i....."},     {"contact", "...i....."},
    {"wait", "www!!!!!!"},        {"resolve", "RRRRR!!!!"}, {"confirm", "!!!!r!!!!"},  {"reject", "!!!!i!!!!"},
    {"close", "!!!!!c!!!"},       {"reopen", "!!!!!ii!!"},  {"withdraw", "xxxxxxx!!"}, {"void", "vvvvvvv!!"},
};

std::string_view status_of(char letter, std::string_view before) {
  static const std::map<char, std::string_view> kNames{{'a', "acknowledged"}, {'i', "investigating"}, {'w', "waiting"},
                                                       {'R', "responded"},    {'r', "resolved"},      {'c', "closed"},
                                                       {'x', "withdrawn"},    {'v', "void"}};
  const auto found = kNames.find(letter);
  return found == kNames.end() ? before : found->second;
}

bool is_move_with_refusal(std::string_view move) { return move != "contact"; }

}  // namespace

TEST_CASE("every move from every status leads where the lifecycle says, or is set aside") {
  for (const Row& row : kTable) {
    for (std::size_t i = 0; i < record::kStatuses.size(); ++i) {
      const std::string_view before = record::kStatuses[i];
      CAPTURE(row.move);
      CAPTURE(before);
      Teller teller;
      reach(teller, before);
      REQUIRE(teller.fold().status == before);
      const std::string id = make(teller, row.move);
      const Complaint after = teller.fold();
      CHECK(after.status == status_of(row.leads[i], before));
      CHECK(after.contested() == (row.leads[i] == '!'));
      if (row.leads[i] == '!') CHECK(after.notes.at(id).set_aside);
    }
  }
}

TEST_CASE("a command refuses exactly the moves that the fold would set aside") {
  for (const Row& row : kTable) {
    for (std::size_t i = 0; i < record::kStatuses.size(); ++i) {
      if (!is_move_with_refusal(row.move)) continue;
      CAPTURE(row.move);
      CAPTURE(record::kStatuses[i]);
      Teller teller;
      reach(teller, record::kStatuses[i]);
      teller.tell("review", {{"lesson", text("ask sooner")}});
      const std::string why = refusal_of(row.move, teller.fold());
      const bool late_acknowledgement = std::string_view(row.move) == "acknowledge" && i >= 5;
      CHECK(why.empty() != (row.leads[i] == '!' || late_acknowledgement));
      CHECK((why.empty() || (why.back() != '.' && std::islower(static_cast<unsigned char>(why.front())))));
    }
  }
}

TEST_CASE("refusals say what to do instead") {
  Teller teller;
  reach(teller, "received");
  CHECK(refusal_of("confirm", teller.fold()) == "no answer has reached the customer yet; resolve it first");
  CHECK(refusal_of("reopen", teller.fold()) == "it is still open");
  CHECK(refusal_of("close", teller.fold()) == "it has not been answered yet; resolve it first");
  teller.resolve();
  CHECK(refusal_of("reopen", teller.fold()) == "it is not resolved yet; reject the answer instead");
  CHECK(refusal_of("close", teller.fold()) == "the customer has not accepted the answer yet; confirm it first");
  CHECK(refusal_of("wait", teller.fold()) == "it has been answered; confirm or reject the answer first");
  teller.confirm();
  CHECK(refusal_of("close", teller.fold()) == "it has not been reviewed; review it first, or waive the review");
  CHECK(refusal_of("confirm", teller.fold()) == "it is resolved already");
  teller.tell("waiver", {{"promise", text("review")}, {"why", text("small")}});
  CHECK(refusal_of("close", teller.fold()).empty());
  teller.status("closed");
  CHECK(refusal_of("resolve", teller.fold()) == "it is closed; reopen it first");
  teller.status("withdrawn");
  CHECK(refusal_of("void", teller.fold()) == "it is withdrawn, and that is final");
  CHECK(refusal_of("no such move", teller.fold()).empty());
}

TEST_CASE("the times of a status go when it is undone, and the first acknowledgement stays") {
  Teller teller;
  teller.complaint();    // 1
  teller.acknowledge();  // 2
  teller.resolve();      // 3
  CHECK(teller.fold().responded_at == minute(3));
  teller.status("investigating", {{"rejected", text("yes")}});  // 4
  CHECK(!teller.fold().responded_at);
  CHECK(teller.fold().cycle == 1);
  teller.resolve();         // 5
  teller.confirm();         // 6
  teller.status("closed");  // 7
  Complaint closed = teller.fold();
  CHECK(closed.responded_at == minute(5));
  CHECK(closed.resolved_at == minute(6));
  CHECK(closed.closed_at == minute(7));
  CHECK(closed.accepted_by == "customer");
  teller.status("investigating", {{"reopened", text("yes")}});  // 8
  teller.acknowledge();                                         // 9
  const Complaint open = teller.fold();
  CHECK(open.cycle == 2);
  CHECK(!open.responded_at);
  CHECK(!open.resolved_at);
  CHECK(!open.closed_at);
  CHECK(open.accepted_by.empty());
  CHECK(open.acknowledged_at == minute(2));
  CHECK(open.first_entered("resolved") == minute(6));
  CHECK(open.transitions.size() == 8);
  CHECK(open.transitions.back().cycle == 2);
  CHECK(open.is_open());
  CHECK(!closed.is_open());
}

TEST_CASE("waiting keeps whom we wait for, and a contact from before it began does not end it") {
  Teller teller;
  teller.complaint();
  teller.happening(minute(60))
      .status("waiting", {{"waiting_on", text("carrier")}, {"waiting_until", text("2026-03-05T12:00:00Z")}});
  Complaint waiting = teller.fold();
  CHECK(waiting.waiting_on == "carrier");
  CHECK(waiting.waiting_since == minute(60));
  CHECK(waiting.waiting_until == at("2026-03-05T12:00:00Z"));
  teller.happening(minute(30)).in("call");
  teller.happening(minute(70)).in("email", {{"automatic", yaml::Node::boolean(true)}});
  teller.happening(minute(80)).in("note");
  CHECK(teller.fold().status == "waiting");
  teller.happening(minute(60)).in("chat");
  const Complaint back = teller.fold();
  CHECK(back.status == "investigating");
  CHECK(back.waiting_on.empty());
  CHECK(!back.waiting_since);
}

TEST_CASE("an answer below sent is an attempt, and a confirmation below acknowledged is none") {
  for (const std::string_view evidence : record::kEvidence) {
    CAPTURE(evidence);
    const auto level = record::parse_evidence(evidence).value();
    Teller teller;
    teller.complaint();
    const std::string resolution = teller.resolve(std::string(evidence));
    const Complaint answered = teller.fold();
    CHECK(answered.status == (level >= record::Evidence::sent ? "responded" : "received"));
    CHECK((answered.outcome == "upheld") == (level >= record::Evidence::sent));
    CHECK(answered.notes.contains(resolution) == (level < record::Evidence::sent));
    CHECK(!answered.contested());

    Teller other;
    other.complaint();
    other.resolve();
    other.status("resolved", {{"accepted_by", text("customer")}}, {{"evidence", text(std::string(evidence))}});
    CHECK(other.fold().status == (level >= record::Evidence::acknowledged ? "resolved" : "responded"));
    CHECK(!other.fold().contested());
  }
}

TEST_CASE("an acknowledgement counts from sent on") {
  for (const std::string_view evidence : record::kEvidence) {
    Teller teller;
    teller.complaint();
    teller.acknowledge(std::string(evidence));
    const bool sent = record::parse_evidence(evidence).value() >= record::Evidence::sent;
    CHECK(teller.fold().status == (sent ? "acknowledged" : "received"));
    CHECK(teller.fold().acknowledged_at.has_value() == sent);
    CHECK(state(teller.fold(), "acknowledge") == (sent ? "kept" : "open"));
  }
}

TEST_CASE("a status that does not exist is set aside") {
  Teller teller;
  teller.complaint();
  const std::string id = teller.status("sleeping");
  const Complaint complaint = teller.fold();
  CHECK(complaint.status == "received");
  CHECK(complaint.notes.at(id).set_aside);
  CHECK(complaint.contested());
}

TEST_CASE("a void duplicate names its original") {
  Teller teller;
  teller.complaint();
  teller.status("void", {{"duplicate_of", text("20260228-aaaabbbbcc")}});
  const Complaint complaint = teller.fold();
  CHECK(complaint.links == std::set<std::string>{"duplicate_of:20260228-aaaabbbbcc"});
  CHECK(complaint.fields.texts_of("links") == std::vector<std::string>{"duplicate_of:20260228-aaaabbbbcc"});
}

}  // namespace crmtrack::story::test
