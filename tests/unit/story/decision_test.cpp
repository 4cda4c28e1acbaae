#include <doctest/doctest.h>

#include "build.hpp"

#include "story/decision.hpp"

namespace crmtrack::story::test {

namespace {

constexpr const char* kId = "20260301-7f3q2mxab4";

std::string decide(Teller& teller, Fields also = {}) {
  also.insert(
      also.begin(),
      {{"text", text("Hire two people")}, {"measure", text("backlog")}, {"review_on", text("2026-04-01T23:59:59Z")}});
  return teller.tell("decision", std::move(also));
}

}  // namespace

TEST_CASE("a decision promises its review, which keeps the promise") {
  Teller teller(kId, record::StoryKind::journal);
  const std::string decided = decide(teller);
  CHECK(is_decision(teller.story()));
  Decision decision = fold_decision(teller.story());
  CHECK(decision.record == decided);
  CHECK(decision.owner == "asha@example.com");
  REQUIRE(decision.promises.size() == 1);
  CHECK(decision.promises[0].kind == record::PromiseKind::review);
  CHECK(decision.promises[0].who == "asha@example.com");
  CHECK(decision.promises[0].creditor == "us");
  CHECK(state_of(decision.promises[0], at("2026-04-01T12:00:00Z")) == "open");
  CHECK(state_of(decision.promises[0], at("2026-04-02T12:00:00Z")) == "overdue");
  const std::string review = teller.tell("decision", {{"result", text("From 12 to 4")}}, "ben@example.com");
  decision = fold_decision(teller.story());
  REQUIRE(decision.promises.size() == 1);
  CHECK(decision.promises[0].ended == Promise::Ended::kept);
  CHECK(decision.promises[0].settled_by == review);
  REQUIRE(decision.reviews.size() == 1);
  CHECK(decision.reviews[0].by == "ben@example.com");
}

TEST_CASE("a review may name the next one, and keeps only what its writer knew of") {
  Teller teller(kId, record::StoryKind::journal);
  const std::string decided = decide(teller, {{"owner", text("ben@example.com")}});
  teller.tell("decision", {{"result", text("too early")}, {"review_on", text("2026-06-01T23:59:59Z")}});
  teller.tell_after({decided}, "decision", {{"result", text("no change")}});
  const Decision decision = fold_decision(teller.story());
  CHECK(decision.owner == "ben@example.com");
  CHECK(decision.reviews.size() == 2);
  REQUIRE(decision.promises.size() == 2);
  CHECK(decision.promises[0].ended == Promise::Ended::kept);
  CHECK(decision.promises[1].ended == Promise::Ended::no);
  CHECK(decision.promises[1].who == "ben@example.com");
}

TEST_CASE("a decision is handed over, and what is no decision of the story is set aside") {
  Teller teller(kId, record::StoryKind::journal);
  const std::string early = teller.tell("decision", {{"result", text("nothing")}});
  decide(teller);
  const std::string second = decide(teller);
  teller.tell("assignment", {{"to", text("cleo@example.com")}});
  const Decision decision = fold_decision(teller.story());
  CHECK(decision.notes.at(early).set_aside);
  CHECK(decision.notes.at(second).set_aside);
  CHECK(decision.owner == "cleo@example.com");
  REQUIRE(decision.promises.size() == 1);
  CHECK(decision.promises[0].who == "cleo@example.com");
}

TEST_CASE("a decision that was taken back is none") {
  Teller teller(kId, record::StoryKind::journal);
  const std::string decided = decide(teller);
  yaml::Node set = yaml::Node::map();
  set.set("struck", yaml::Node::boolean(true));
  teller.tell("correction", {{"corrects", text(decided)}, {"set", set}});
  const Decision decision = fold_decision(teller.story());
  CHECK(decision.record.empty());
  CHECK(decision.promises.empty());
}

}  // namespace crmtrack::story::test
