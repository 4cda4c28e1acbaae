#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "record/kinds.hpp"
#include "record/record.hpp"
#include "record/validate.hpp"
#include "record/vocabulary.hpp"

using crmtrack::record::find_field;
using crmtrack::record::find_kind;
using crmtrack::record::Kind;
using crmtrack::record::kinds;
using crmtrack::record::make;
using crmtrack::record::members_of;
using crmtrack::record::parse_kind;
using crmtrack::record::Record;
using crmtrack::record::StatedKind;
using crmtrack::record::validate;
using crmtrack::yaml::Node;

namespace {

const std::string kRecordId = "01kajx0000abcdefghjkmnpqrs";

Record record_of(const std::string& kind, Node fields) {
  return make(StatedKind(kind), *crmtrack::util::parse_rfc3339("2026-11-21T09:12:00+01:00"), "asha@example.com", {},
              std::move(fields));
}

Node map_of(std::vector<std::pair<std::string, Node>> entries) { return Node::map(std::move(entries)); }
Node text(const std::string& value) { return Node::scalar(value); }

/// The first problem as `field message`, empty where there is none.
std::string problem_of(const std::string& kind, std::vector<std::pair<std::string, Node>> fields) {
  const auto problems = validate(record_of(kind, map_of(std::move(fields))));
  return problems.empty() ? "" : problems.front().field + " " + problems.front().message;
}

std::string complaint_problem(const std::string& field, Node value) {
  return problem_of("complaint", {{field, std::move(value)}});
}

std::string activity_problem(const std::string& field, Node value) {
  return problem_of("activity", {{"type", text("call")}, {field, std::move(value)}});
}

}  // namespace

TEST_CASE("the kinds of this version") {
  std::vector<std::string_view> names;
  for (const auto& kind : kinds()) {
    names.push_back(name_of(kind.kind));
    for (const auto& field : kind.fields) {
      CAPTURE(field.name);
      CHECK(find_field(kind.kind, field.name) == &field);
      using enum crmtrack::record::FieldType;
      CHECK((field.type == word) <= !field.values.empty());
      CHECK((field.type == object || field.type == maps || field.type == money) == !members_of(field.name).empty());
    }
    for (const auto* const common : {"refs", "attachments", "source", "key"})
      CHECK(find_field(kind.kind, common) != nullptr);
  }
  CHECK(names == std::vector<std::string_view>{"complaint", "activity", "assignment", "escalation", "change",
                                               "resolution", "review", "step", "waiver", "correction", "customer",
                                               "mail", "notification", "delivery", "alarm", "baseline", "decision",
                                               "viewing"});
  CHECK(find_kind(parse_kind("survey")) == nullptr);
  CHECK(find_field(Kind::complaint, "nonsense") == nullptr);
  CHECK(find_field(Kind::unknown, "summary") == nullptr);
}

TEST_CASE("fixed vocabularies are closed, channels are open") {
  CHECK(complaint_problem("severity", text("high")) == "");
  CHECK(complaint_problem("severity", text("High")) ==
        "severity is 'High', but must be one of low, medium, high, critical");
  CHECK(complaint_problem("channel", text("fax_line")) == "");
  CHECK(complaint_problem("channel", text("Fax line")) ==
        "channel is 'Fax line', but must be a word of a-z, 0-9 and _");
  CHECK(problem_of("activity", {{"type", text("other")}}) ==
        "type is 'other', but must be one of call, email, meeting, letter, visit, chat, post, voicemail, note, work, "
        "compliment");
  CHECK(problem_of("resolution", {{"outcome", text("maybe")}, {"code", text("fixed")}}) ==
        "outcome is 'maybe', but must be one of upheld, partly_upheld, not_upheld, not_determined");
}

TEST_CASE("slugs, people, ids and links") {
  for (const auto* const field : {"customer", "project", "reason"}) {
    CHECK(complaint_problem(field, text("acme-2")) == "");
    CHECK(complaint_problem(field, text("Acme Ltd")) ==
          std::string(field) + " is 'Acme Ltd', but must be a slug: 2 to 63 of a-z, 0-9 and -");
  }
  CHECK(problem_of("assignment", {{"to", text("asha@example.com")}}) == "");
  CHECK(problem_of("assignment", {{"to", text("Asha\nRao")}}) == "to must be a mail address or a name, on one line");
  CHECK(problem_of("assignment", {{"to", text("")}}) == "to must be a mail address or a name, on one line");
  CHECK(problem_of("assignment", {}) == "to is missing");
  CHECK(complaint_problem("links", Node::list_of({"follows:20261121-7f3q2mxab4"})) == "");
  CHECK(complaint_problem("links", text("related:20261121-7f3q2mxab4")) == "");
  CHECK(complaint_problem("links", Node::list_of({"blames:20261121-7f3q2mxab4"})) ==
        "links names 'blames:20261121-7f3q2mxab4', which is not one of follows:ID, duplicate_of:ID, related:ID");
  CHECK(complaint_problem("links", Node::list_of({"follows:7f3q"})) != "");
  CHECK(activity_problem("answers", Node::list_of({kRecordId})) == "");
  CHECK(activity_problem("answers", Node::list_of({"x"})) ==
        "answers names 'x', which is not one of record ids, RECORD or RECORD.N");
}

TEST_CASE("numbers, times and truth values must be such") {
  CHECK(activity_problem("minutes", Node::integer(15)) == "");
  CHECK(activity_problem("minutes", Node::integer(-1)) == "minutes is '-1', but must be a whole number, 0 or more");
  CHECK(activity_problem("minutes", text("15")) == "minutes is '15', but must be a whole number, 0 or more");
  CHECK(problem_of("escalation", {{"from_level", Node::integer(0)}, {"to_level", Node::integer(10)}}) ==
        "to_level is '10', but must be a level from 0 to 9");
  CHECK(problem_of("customer", {{"retired", text("yes")}}) == "retired is 'yes', but must be true or false");
  CHECK(activity_problem("expects", map_of({{"what", text("reply")}, {"due", text("tomorrow")}})) ==
        "expects.due is 'tomorrow', but must be an RFC 3339 time such as 2026-11-21T09:12:00+01:00");
  CHECK(activity_problem("minutes", Node::list()) == "minutes must be a single value");
}

TEST_CASE("maps and lists of maps have their members") {
  CHECK(activity_problem("expects", text("reply")) == "expects must be a map");
  CHECK(activity_problem("expects", map_of({})) == "expects.what is missing");
  CHECK(activity_problem("expects", map_of({{"what", text("money")}})) ==
        "expects.what is 'money', but must be one of acknowledgement, reply, information, none");
  CHECK(activity_problem("expects", map_of({{"what", text("none")}})) == "");
  CHECK(activity_problem("promises", text("call back")) == "promises must be a list of maps");
  CHECK(activity_problem("promises", Node::list_of({"call back"})) == "promises must be a map");
  CHECK(activity_problem("promises", Node::list({map_of({{"what", text(" ")}})})) == "promises.what is missing");
  const Node file =
      map_of({{"name", text("../x")}, {"size", Node::integer(1)}, {"sha256", text(std::string(64, 'a'))}});
  CHECK(complaint_problem("attachments", Node::list({file})) ==
        "attachments.name is '../x', but must be a plain file name of at most 120 bytes");
  CHECK(complaint_problem(
            "attachments",
            Node::list({map_of({{"name", text("x")}, {"size", Node::integer(1)}, {"sha256", text("abc")}})})) ==
        "attachments.sha256 is 'abc', but must be a SHA-256 of 64 hexadecimal digits");
}

TEST_CASE("redress is a decimal amount with its currency") {
  const auto redress = [](const std::string& amount, const std::string& currency) {
    return problem_of("resolution", {{"outcome", text("upheld")},
                                     {"code", text("redress_monetary")},
                                     {"redress", map_of({{"amount", text(amount)}, {"currency", text(currency)}})}});
  };
  CHECK(redress("12.50", "EUR") == "");
  CHECK(redress("1000", "JPY") == "");
  for (const auto* const amount : {"", "-1", "1,50", "1.", ".5", "1e3", "1.2.3", "NaN"})
    CHECK(redress(amount, "EUR") == "redress must have an amount such as 12.50");
  CHECK(redress("12.50", "euro") == "redress must have an ISO 4217 currency such as EUR");
  CHECK(problem_of("resolution", {{"outcome", text("upheld")}, {"code", text("fixed")}, {"redress", text("12 EUR")}}) ==
        "redress must have an amount such as 12.50");
}

TEST_CASE("the fields that a kind cannot do without") {
  CHECK(problem_of("activity", {}) == "type is missing");
  CHECK(problem_of("resolution", {{"outcome", text("upheld")}}) == "code is missing");
  CHECK(problem_of("waiver", {{"promise", text("confirm")}}) == "why is missing");
  CHECK(problem_of("waiver", {{"promise", text("confirm")}, {"why", text("\n")}}) == "why is missing");
  CHECK(problem_of("correction", {{"set", map_of({{"at", text("2026-11-21T09:12:00Z")}})}}) == "corrects is missing");
  CHECK(problem_of("change", {}) == "set is missing");
  CHECK(problem_of("review", {}) == "lesson is missing: a review says something");
  CHECK(problem_of("review", {{"went_well", text("the tone")}}) == "");
  CHECK(problem_of("complaint", {}) == "");
  CHECK(problem_of("customer", {}) == "");
}

TEST_CASE("a step is agreed upon, and what becomes of it names it") {
  const std::vector<std::pair<std::string, Node>> agreed{{"state", text("agreed")},
                                                         {"text", text("Alert on double runs")},
                                                         {"owner", text("ben@example.com")},
                                                         {"due", text("2026-12-01T23:59:59Z")}};
  CHECK(problem_of("step", agreed) == "");
  CHECK(problem_of("step", {}) == "state is missing");
  CHECK(problem_of("step", {agreed[0], agreed[1], agreed[3]}) == "owner is missing");
  CHECK(problem_of("step", {{"state", text("done")}}) == "step is missing");
  const auto of_step = [](const char* state, std::vector<std::pair<std::string, Node>> also) {
    also.insert(also.begin(), {{"step", text(kRecordId)}, {"state", text(state)}});
    return problem_of("step", std::move(also));
  };
  CHECK(of_step("done", {}) == "");
  CHECK(of_step("slipped", {{"why", text("ill")}}) == "due is missing");
  CHECK(of_step("slipped", {{"due", text("2026-12-04T23:59:59Z")}}) == "why is missing");
  CHECK(of_step("dropped", {}) == "why is missing");
  CHECK(of_step("finished", {}) == "state is 'finished', but must be one of agreed, slipped, done, verified, dropped");
  CHECK(of_step("verified", {{"effect", map_of({{"measure", text("double charges a month")},
                                                {"before", text("12")},
                                                {"after", text("0")},
                                                {"effective", Node::boolean(true)}})}}) == "");
  CHECK(of_step("verified", {{"effect", map_of({{"measure", text("double charges a month")}})}}) ==
        "effect.effective is missing");
  CHECK(of_step("verified", {{"needs", Node::list_of({"2"})}}) ==
        "needs names '2', which is not one of record ids, RECORD or RECORD.N");
}

TEST_CASE("an escalation is a step or an answer to one") {
  CHECK(problem_of("escalation", {{"from_level", Node::integer(0)}, {"to_level", Node::integer(1)}}) == "");
  CHECK(problem_of("escalation", {{"to_level", Node::integer(1)}}) == "from_level is missing");
  CHECK(problem_of("escalation", {{"answers", text(kRecordId)}, {"answer", text("decline")}}) == "");
  CHECK(problem_of("escalation", {{"answers", text(kRecordId)}}) == "answer is missing");
  CHECK(problem_of("escalation", {{"answers", text("it")}, {"answer", text("accept")}}) ==
        "answers is 'it', but must be a record id of 26 characters");
}

TEST_CASE("a change gives fields values that fit them") {
  const auto change = [](const std::string& field, Node value) {
    return problem_of("change", {{"set", map_of({{field, std::move(value)}})}});
  };
  CHECK(change("severity", text("low")) == "");
  CHECK(change("severity", text("lowest")) ==
        "set.severity is 'lowest', but must be one of low, medium, high, critical");
  CHECK(change("severity", Node::null()) == "");
  CHECK(change("status", text("waiting")) == "");
  CHECK(change("status", text("lost")).starts_with("set.status is 'lost', but must be one of received, "));
  CHECK(change("accepted_by", text("silence")) == "");
  CHECK(change("contract_number", text("C-12")) == "");
  CHECK(problem_of("change", {{"set", map_of({})}}) == "set must be a map of fields and their new values");
  CHECK(problem_of("change", {{"set", Node::list_of({"severity"})}}) ==
        "set must be a map of fields and their new values");
}

TEST_CASE("a correction may move a record to another complaint") {
  const auto correction = [](const std::string& field, const std::string& value) {
    return problem_of("correction", {{"corrects", text(kRecordId)}, {"set", map_of({{field, text(value)}})}});
  };
  CHECK(correction("complaint", "20261121-7f3q2mxab4") == "");
  CHECK(correction("complaint", "7f3q") == "set.complaint must be a complaint id");
  CHECK(correction("at", "yesterday").starts_with("set.at is 'yesterday', but must be an RFC 3339 time"));
  CHECK(correction("minutes", "12") == "");
}

TEST_CASE("unknown kinds and fields are no problem, what cannot be written is") {
  CHECK(problem_of("from_the_future", {{"type", Node::list()}, {"set", text("x")}}) == "");
  CHECK(complaint_problem("contract_number", Node::list_of({"a"})) == "");
  CHECK(complaint_problem("contract_number", text("\xff")) == "contract_number must be UTF-8");
  CHECK(complaint_problem("extra", map_of({{"\xff", text("x")}})) == "extra must be UTF-8 in its name");
  Record record = record_of("complaint", map_of({}));
  record.by = "a\nb";
  CHECK(validate(record).size() == 1);
  record.by = "asha";
  record.after = {"x"};
  CHECK(validate(record).front().field == "after");
}
