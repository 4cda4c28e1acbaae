#include "view/story_text.hpp"
#include "story/customer.hpp"

#include <doctest/doctest.h>

#include <string>

#include "fixture.hpp"

using namespace crmtrack;
using namespace crmtrack::view::test;

namespace {

std::string told(const Teller& teller, const policy::Policy& policy = {}) {
  document::Document document;
  view::add_story(setting(), policy, teller.fold(), document);
  return text_of(document);
}

}  // namespace

TEST_CASE("a story tells the complaint, its records, its route and its promises in order") {
  policy::Policy policy;
  policy.reasons.push_back({});
  policy.reasons.back().code = "billing";
  policy.reasons.back().label = "Billing";
  const std::string text = told(told_invoice(), policy);
  CAPTURE(text);
  CHECK(text.starts_with("7f3q2mxab4  Invoice 4711 charged twice\n"));
  CHECK(has(text, "received  2026-03-01 00:01 (today)\n"));
  CHECK(has(text, "reason    billing (Billing)\n"));
  CHECK(has(text, "owner     nobody\n"));
  CHECK(has(text, "complaint received by phone\n"));
  CHECK(has(text, "    On 3 and 4 November.\n    Both from the same card.\n"));
  CHECK(has(text, "email out to acknowledge [sent]\n"));
  CHECK(has(text, ", to lena@example.com, by asha@example.com: a week without an answer\n"));
  CHECK(has(text, "    no answer yet, for 1h 57m"));
  CHECK(text.find("\nStory\n") < text.find("\nEscalation\n"));
  CHECK(text.find("\nEscalation\n") < text.find("\nPromises\n"));
  CHECK_FALSE(has(text, "Contested"));
}

TEST_CASE("times are those of the reader's zone") {
  view::Setting berlin = setting();
  berlin.zone = util::Zone::load("Europe/Berlin");
  document::Document document;
  view::add_story(berlin, {}, told_invoice().fold(), document);
  CHECK(has(text_of(document), "received  2026-03-01 01:01 (today)\n"));
}

TEST_CASE("who recorded it and when is told where that is another person or time") {
  Teller teller = told_invoice();
  CHECK_FALSE(has(told(teller), "noted by"));
  teller.entries()[1].provenance.author = "ben@example.com";
  teller.entries()[1].provenance.recorded_at = at("2026-03-01T01:30:00Z");
  CHECK(has(told(teller), "  noted by ben@example.com, recorded 2026-03-01 01:30\n"));
}

TEST_CASE("a record that does not count says so") {
  Teller teller = told_invoice();
  teller.entries()[1].provenance.refused = "asha@example.com may not";
  teller.entries()[2].fault = "line 3: no such field";
  const std::string text = told(teller);
  CHECK(has(text, "  refused: asha@example.com may not\n"));
  CHECK(has(text, "  bad record: line 3: no such field\n"));
}

TEST_CASE("a customer's story has no lifecycle") {
  Teller teller("acme", record::StoryKind::customer);
  teller.tell("customer", {{"name", text("ACME Ltd")}, {"segment", text("retail")}});
  document::Document document;
  view::add_customer_story(setting(), story::fold_customer(commit_all(teller).story(), story::Terms{}), document);
  const std::string text = text_of(document);
  CHECK(text.starts_with("acme  ACME Ltd\n"));
  CHECK(has(text, "segment      retail\n"));
  CHECK(has(text, "compliments  0\n"));
  CHECK_FALSE(has(text, "status"));
}
