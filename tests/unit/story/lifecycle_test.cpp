#include <doctest/doctest.h>

#include <map>

#include "build.hpp"
#include "record/vocabulary.hpp"
#include "story/lifecycle.hpp"
#include "story/move_refusal.hpp"

namespace crmtrack::story::test {
namespace {

/// Tells a story that stands in `status`.
void reach(Teller& teller, Status status) {
  teller.complaint();
  if (status == Status::acknowledged) teller.acknowledge();
  if (status == Status::investigating) teller.tell("assignment", {{"to", text("bo@example.com")}});
  if (status == Status::waiting) teller.status("waiting", {{"waiting_on", text("carrier")}});
  if (status == Status::withdrawn || status == Status::void_) teller.status(std::string(record::name_of(status)));
  if (status != Status::responded && status != Status::resolved && status != Status::closed) return;
  teller.resolve();
  if (status == Status::responded) return;
  teller.confirm();
  if (status == Status::closed) teller.status("closed");
}

std::string make(Teller& teller, Move move) {
  if (move == Move::acknowledge) return teller.acknowledge();
  if (move == Move::assign) return teller.tell("assignment", {{"to", text("cy@example.com")}});
  if (move == Move::work) return teller.tell("activity", {{"type", text("work")}, {"direction", text("internal")}});
  if (move == Move::contact) return teller.in("call");
  if (move == Move::wait) return teller.status("waiting", {{"waiting_on", text("customer")}});
  if (move == Move::resolve) return teller.resolve();
  if (move == Move::confirm) return teller.confirm();
  if (move == Move::reject) return teller.status("investigating", {{"rejected", text("yes")}});
  if (move == Move::close) return teller.status("closed");
  if (move == Move::reopen) return teller.status("investigating", {{"reopened", text("yes")}});
  if (move == Move::withdraw) return teller.status("withdrawn");
  return teller.status("void");
}

/// Where each move leads from each status, in the order of record::kStatuses. `.`: it stays, silently; `!`: it is set
/// aside, and the complaint contested.
struct Row {
  Move move;
  const char* leads;  ///< one letter a status: the initial of where it leads (v void, w waiting, x withdrawn, c closed)
};
constexpr Row kTable[] = {
    {Move::acknowledge, "a........"}, {Move::assign, "ii......."},   {Move::work, "ii.i....."},
    {Move::contact, "...i....."},     {Move::wait, "www!!!!!!"},     {Move::resolve, "RRRRR!!!!"},
    {Move::confirm, "!!!!r!!!!"},     {Move::reject, "!!!!i!!!!"},   {Move::close, "!!!!!c!!!"},
    {Move::reopen, "!!!!!ii!!"},      {Move::withdraw, "xxxxxxx!!"}, {Move::void_, "vvvvvvv!!"},
};

Status status_of(char letter, Status before) {
  static const std::map<char, Status> kStatuses{
      {'a', Status::acknowledged}, {'i', Status::investigating}, {'w', Status::waiting},   {'R', Status::responded},
      {'r', Status::resolved},     {'c', Status::closed},        {'x', Status::withdrawn}, {'v', Status::void_}};
  const auto found = kStatuses.find(letter);
  return found == kStatuses.end() ? before : found->second;
}

bool is_move_with_refusal(Move move) { return move != Move::contact; }

}  // namespace

TEST_CASE("every move from every status leads where the lifecycle says, or is set aside") {
  for (const Row& row : kTable) {
    for (std::size_t i = 0; i < record::kStatuses.size(); ++i) {
      const auto before = static_cast<Status>(i);
      CAPTURE(name_of(row.move));
      CAPTURE(record::name_of(before));
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
      CAPTURE(name_of(row.move));
      CAPTURE(record::kStatuses[i]);
      Teller teller;
      reach(teller, static_cast<Status>(i));
      teller.tell("review", {{"lesson", text("ask sooner")}});
      const std::string why = refusal_of(row.move, teller.fold());
      const bool late_acknowledgement = row.move == Move::acknowledge && i >= 5;
      CHECK(why.empty() != (row.leads[i] == '!' || late_acknowledgement));
      CHECK((why.empty() || (why.back() != '.' && std::islower(static_cast<unsigned char>(why.front())))));
    }
  }
}

TEST_CASE("refusals say what to do instead") {
  Teller teller;
  reach(teller, Status::received);
  CHECK(refusal_of(Move::confirm, teller.fold()) == "no answer has reached the customer yet; resolve it first");
  CHECK(refusal_of(Move::reopen, teller.fold()) == "it is still open");
  CHECK(refusal_of(Move::close, teller.fold()) == "it has not been answered yet; resolve it first");
  teller.resolve();
  CHECK(refusal_of(Move::reopen, teller.fold()) == "it is not resolved yet; reject the answer instead");
  CHECK(refusal_of(Move::close, teller.fold()) == "the customer has not accepted the answer yet; confirm it first");
  CHECK(refusal_of(Move::wait, teller.fold()) == "it has been answered; confirm or reject the answer first");
  teller.confirm();
  CHECK(refusal_of(Move::close, teller.fold()) == "it has not been reviewed; review it first, or waive the review");
  CHECK(refusal_of(Move::confirm, teller.fold()) == "it is resolved already");
  teller.tell("waiver", {{"promise", text("review")}, {"why", text("small")}});
  CHECK(refusal_of(Move::close, teller.fold()).empty());
  teller.status("closed");
  CHECK(refusal_of(Move::resolve, teller.fold()) == "it is closed; reopen it first");
  teller.status("withdrawn");
  CHECK(refusal_of(Move::void_, teller.fold()) == "it is withdrawn, and that is final");
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
  CHECK(open.first_entered(Status::resolved) == minute(6));
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
  CHECK(teller.fold().status == Status::waiting);
  teller.happening(minute(60)).in("chat");
  const Complaint back = teller.fold();
  CHECK(back.status == Status::investigating);
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
    CHECK(answered.status == (level >= record::Evidence::sent ? Status::responded : Status::received));
    CHECK((answered.outcome == "upheld") == (level >= record::Evidence::sent));
    CHECK(answered.notes.contains(resolution) == (level < record::Evidence::sent));
    CHECK(!answered.contested());

    Teller other;
    other.complaint();
    other.resolve();
    other.status("resolved", {{"accepted_by", text("customer")}}, {{"evidence", text(std::string(evidence))}});
    CHECK(other.fold().status == (level >= record::Evidence::acknowledged ? Status::resolved : Status::responded));
    CHECK(!other.fold().contested());
  }
}

TEST_CASE("an acknowledgement counts from sent on") {
  for (const std::string_view evidence : record::kEvidence) {
    Teller teller;
    teller.complaint();
    teller.acknowledge(std::string(evidence));
    const bool sent = record::parse_evidence(evidence).value() >= record::Evidence::sent;
    CHECK(teller.fold().status == (sent ? Status::acknowledged : Status::received));
    CHECK(teller.fold().acknowledged_at.has_value() == sent);
    CHECK(state(teller.fold(), "acknowledge") == (sent ? "kept" : "open"));
  }
}

TEST_CASE("a status that does not exist is set aside") {
  Teller teller;
  teller.complaint();
  const std::string id = teller.status("sleeping");
  const Complaint complaint = teller.fold();
  CHECK(complaint.status == Status::received);
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
