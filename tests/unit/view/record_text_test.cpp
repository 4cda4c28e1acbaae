#include "view/record_text.hpp"
#include "story/entry_state.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "fixture.hpp"

using namespace crmtrack;
using namespace crmtrack::view::test;

namespace {

record::Record record_of(std::string kind, Fields fields) {
  Teller teller;
  teller.tell(std::move(kind), std::move(fields));
  return teller.entries().front().record;
}

std::string headline(std::string kind, Fields fields) {
  return view::headline_of(record_of(std::move(kind), std::move(fields)));
}

}  // namespace

TEST_CASE("the headline of each kind of record") {
  CHECK(headline("complaint", {{"channel", text("phone")}}) == "complaint received by phone");
  CHECK(headline("complaint", {}) == "complaint received");
  CHECK(headline("activity", {{"type", text("call")},
                              {"direction", text("out")},
                              {"purpose", text("update")},
                              {"with", text("Ms Berg")},
                              {"evidence", text("acknowledged")},
                              {"sentiment", text("negative")}}) ==
        "call out to update, with Ms Berg [acknowledged] (negative)");
  CHECK(headline("assignment", {{"to", text("ben@example.com")}}) == "assigned to ben@example.com");
  CHECK(headline("escalation", {{"from_level", yaml::Node::integer(0)},
                                {"to_level", yaml::Node::integer(1)},
                                {"to", text("lena@example.com")},
                                {"nature", text("hierarchical")},
                                {"trigger", text("customer")}}) ==
        "escalation, level 0 to 1, to lena@example.com (hierarchical, customer)");
  CHECK(headline("escalation", {{"answers", text("x")}, {"answer", text("accept")}}) == "escalation: accept");
  CHECK(headline("change", {{"set", map({{"severity", text("high")}, {"project", text("apollo")}})}}) ==
        "change: severity = high, project = apollo");
  CHECK(headline("resolution", {{"outcome", text("upheld")},
                                {"code", text("refund")},
                                {"redress", map({{"amount", text("12.50")}, {"currency", text("EUR")}})}}) ==
        "resolution: upheld, refund, 12.50 EUR");
  CHECK(headline("step", {{"state", text("agreed")},
                          {"owner", text("ben@example.com")},
                          {"due", text("2026-03-05T17:00:00+01:00")}}) ==
        "step agreed: ben@example.com, by 2026-03-05 17:00");
  const auto of_step = [](const char* state, yaml::Node effect) {
    return headline(
        "step", {{"step", text("01kajx0000abcdefghjkmnpqrs")}, {"state", text(state)}, {"effect", std::move(effect)}});
  };
  CHECK(of_step("done", yaml::Node::null()) == "step abcd done");
  CHECK(of_step("verified", map({{"measure", text("double charges")}, {"effective", yaml::Node::boolean(true)}})) ==
        "step abcd verified, effective");
  CHECK(headline("waiver", {{"promise", text("reply")}}) == "waiver of reply");
}

TEST_CASE("the texts of a record, each with its label; what the headline tells is left out") {
  const auto texts = view::texts_of(
      record_of("activity", {{"type", text("note")},
                             {"text", text("They will call.")},
                             {"minutes", yaml::Node::integer(5)},
                             {"promises", list({})},
                             {"expects", map({{"what", text("reply")}, {"due", text("2026-03-05T17:00:00+01:00")}})},
                             {"serial", text("0042")}}));
  std::vector<std::string> told;
  for (const auto& [label, text] : texts) told.push_back(label + "|" + text);
  CHECK(told ==
        std::vector<std::string>{"|They will call.", "minutes|5", "expects|reply, by 2026-03-05 17:00", "serial|0042"});
}

TEST_CASE("a record is told by when and who, then what; later records are noted below") {
  Teller teller = told_invoice();
  const story::Entry& entry = teller.entries()[1];
  story::EntryState state;
  state.set_aside = true;
  state.note = "the lifecycle does not allow it";
  state.corrected["purpose"] = "update";
  state.moved_to = "20260301-9zzz2mxab4";
  CHECK(text_of(view::record_lines(util::Zone::utc(), entry, &state, "k4v9")) ==
        "2026-03-01 00:02  k4v9  asha@example.com\n"
        "  email out to acknowledge [sent]\n"
        "  set aside: the lifecycle does not allow it\n"
        "  corrected: purpose is update\n"
        "  moved to 9zzz2mxab4\n");
  CHECK(text_of(view::record_lines(util::Zone::utc(), entry, nullptr, "k4v9")) ==
        "2026-03-01 00:02  k4v9  asha@example.com\n"
        "  email out to acknowledge [sent]\n");
}
