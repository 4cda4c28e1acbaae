#include <doctest/doctest.h>

#include "build.hpp"
#include "story/lifecycle.hpp"

namespace crmtrack::story::test {
namespace {

Teller begun() {
  Teller teller;
  teller.complaint({{"customer", text("acme")}, {"project", text("apollo")}});
  return teller;
}

}  // namespace

TEST_CASE("an escalation raises the level at once, and the peak stays when it comes down") {
  Teller teller = begun();
  teller.escalate(0, 2,
                  {{"to", text("lena@example.com")},
                   {"nature", text("hierarchical")},
                   {"trigger", text("manual")},
                   {"asked", text("decide")},
                   {"why", text("second time")}});
  Complaint up = teller.fold();
  CHECK(up.level == 2);
  CHECK(up.peak_level == 2);
  REQUIRE(up.rungs.size() == 1);
  CHECK(up.rungs[0].to == "lena@example.com");
  CHECK(up.rungs[0].nature == "hierarchical");
  CHECK(up.rungs[0].trigger == "manual");
  CHECK(up.rungs[0].asked == "decide");
  CHECK(up.rungs[0].why == "second time");
  CHECK(!up.rungs[0].left_at);
  CHECK(up.status == Status::received);
  teller.escalate(2, 1, {{"to", text("bo@example.com")}});
  const Complaint down = teller.fold();
  CHECK(down.level == 1);
  CHECK(down.peak_level == 2);
  CHECK(down.rungs[0].left_at == minute(3));
  CHECK(down.owner.empty());
  CHECK(down.promises.size() == 2);
  CHECK(state(down, "accept") == "void");
}

TEST_CASE("the person escalated to owes an answer: named, or by policy") {
  Teller teller = begun();
  policy::Project project;
  project.id = "apollo";
  project.people[1] = {"first@example.com", "second@example.com"};
  teller.policy().projects.push_back(project);
  const std::string named =
      teller.escalate(0, 1, {{"to", text("lena@example.com")}, {"due", text("2026-03-02T12:00:00Z")}});
  CHECK(find_promise(teller.fold().promises, "accept", named)->who == "lena@example.com");
  CHECK(find_promise(teller.fold().promises, "accept", named)->due_at == at("2026-03-02T12:00:00Z"));
  const std::string by_policy = teller.escalate(1, 1);
  CHECK(find_promise(teller.fold().promises, "accept", by_policy)->who == "first@example.com");
  CHECK(state(teller.fold(), "accept", named) == "void");
  const std::string nobody = teller.escalate(1, 3);
  CHECK(find_promise(teller.fold().promises, "accept", nobody)->who.empty());
}

TEST_CASE("accepting keeps the level; declining and returning set it back") {
  for (const std::string answer : {"accept", "decline", "return"}) {
    CAPTURE(answer);
    Teller teller = begun();
    const std::string rung = teller.escalate(0, 1, {{"to", text("lena@example.com")}});
    const std::string id = teller.answer_escalation(rung, answer, "max@example.com");
    const Complaint complaint = teller.fold();
    CHECK(complaint.level == (answer == "accept" ? 1 : 0));
    CHECK(complaint.peak_level == 1);
    CHECK(complaint.rungs[0].answer == answer);
    CHECK(complaint.rungs[0].answered_by == "max@example.com");
    CHECK(complaint.rungs[0].answer_record == id);
    CHECK(complaint.rungs[0].answered_at == minute(3));
    CHECK(complaint.rungs[0].left_at.has_value() == (answer != "accept"));
    CHECK(state(complaint, "accept") == "kept");
    CHECK(!complaint.contested());
  }
}

TEST_CASE("an accepted escalation can be returned later; the first answer is the one shown") {
  Teller teller = begun();
  const std::string rung = teller.escalate(0, 1);
  teller.answer_escalation(rung, "accept");
  teller.answer_escalation(rung, "return");
  const Complaint complaint = teller.fold();
  CHECK(complaint.rungs[0].answer == "accept");
  CHECK(complaint.level == 0);
  CHECK(!complaint.contested());
}

TEST_CASE("a decline does not undo a later escalation") {
  Teller teller = begun();
  const std::string first = teller.escalate(0, 1);
  teller.escalate(1, 2);
  teller.answer_escalation(first, "decline");
  CHECK(teller.fold().level == 2);
  CHECK(!teller.fold().contested());
}

TEST_CASE("levels and answers given by two are contested, whichever comes first") {
  for (const bool decline_first : {true, false}) {
    CAPTURE(decline_first);
    Teller teller = begun();
    const std::string rung = teller.escalate(0, 1);
    const Fields decline{{"answers", text(rung)}, {"answer", text("decline")}};
    const Fields further{{"from_level", yaml::Node::integer(1)}, {"to_level", yaml::Node::integer(2)}};
    teller.tell_after({rung}, "escalation", decline_first ? decline : further);
    teller.tell_after({rung}, "escalation", decline_first ? further : decline);
    const Complaint complaint = teller.fold();
    CHECK(complaint.level == 2);
    REQUIRE(complaint.conflicts.size() == 1);
    CHECK(complaint.conflicts.front().what == "level");
    CHECK(complaint.conflicts.front().message.ends_with("'2' stands"));
    teller.escalate(2, 2);
    CHECK(!teller.fold().contested());
  }
  Teller teller = begun();
  const std::string rung = teller.escalate(0, 1);
  teller.tell_after({rung}, "escalation", {{"answers", text(rung)}, {"answer", text("accept")}});
  teller.tell_after({rung}, "escalation", {{"answers", text(rung)}, {"answer", text("decline")}});
  CHECK(teller.fold().conflicts.size() == 1);
  CHECK(teller.fold().conflicts.front().what.starts_with("answer to "));
}

TEST_CASE("an answer ends the last rung's time, and odd records change nothing") {
  Teller teller = begun();
  teller.escalate(0, 1);
  teller.resolve();
  CHECK(teller.fold().rungs[0].left_at == minute(3));
  const std::string nowhere = teller.tell("escalation", {{"why", text("no level")}});
  const std::string ten = teller.tell("escalation", {{"to_level", yaml::Node::integer(10)}});
  const std::string unknown = teller.answer_escalation("nothing", "accept");
  const std::string odd = teller.answer_escalation(Teller::id_of(2), "perhaps");
  const Complaint complaint = teller.fold();
  CHECK(complaint.level == 1);
  CHECK(complaint.rungs.size() == 1);
  CHECK(complaint.notes.at(nowhere).set_aside);
  CHECK(complaint.notes.at(ten).set_aside);
  CHECK(!complaint.notes.at(unknown).note.empty());
  CHECK(!complaint.notes.at(odd).note.empty());
  CHECK(complaint.rungs[0].answer.empty());
}

}  // namespace crmtrack::story::test
