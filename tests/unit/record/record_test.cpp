#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "record/kinds.hpp"
#include "record/record.hpp"
#include "record/validate.hpp"
#include "sample.hpp"

using crmtrack::record::find_kind;
using crmtrack::record::Kind;
using crmtrack::record::kinds;
using crmtrack::record::KindSpec;
using crmtrack::record::make;
using crmtrack::record::parse;
using crmtrack::record::Record;
using crmtrack::record::render;
using crmtrack::record::StatedKind;
using crmtrack::record::validate;
using crmtrack::util::Timestamp;
using crmtrack::yaml::Node;
namespace sample = crmtrack::record::sample;

namespace {

const Timestamp kAt = *crmtrack::util::parse_rfc3339("2026-11-21T09:12:00+01:00");

const std::string kExample =
    "kind: complaint\n"
    "at: 2026-11-21T09:12:00+01:00\n"
    "by: asha@example.com\n"
    "after: []\n"
    "customer: acme\n"
    "project: apollo\n"
    "channel: phone\n"
    "reason: billing-wrong-amount\n"
    "severity: high\n"
    "summary: Invoice 4711 charged twice\n"
    "description: |\n"
    "  Charged on 3 and 4 November.\n"
    "  Nobody called back.\n"
    "refs: [\"helpdesk:HD-221\", \"defect:APO-9\"]\n";

std::vector<std::string> keys_of(const Node& map) {
  std::vector<std::string> keys;
  for (const auto& entry : map.entries) keys.push_back(entry.first);
  return keys;
}

std::string fault_of(const std::string& text, const std::string& kind = "complaint") {
  const auto record = parse(sample::kId, StatedKind(kind), text);
  return record ? "" : record.error().message;
}

}  // namespace

TEST_CASE("the example of the format is read") {
  const auto record = parse(sample::kId, Kind::complaint, kExample);
  REQUIRE(record.has_value());
  CHECK(record->id == sample::kId);
  CHECK(record->kind == Kind::complaint);
  CHECK(record->at == kAt);
  CHECK(record->by == "asha@example.com");
  CHECK(record->after.empty());
  CHECK(record->text_of("summary") == "Invoice 4711 charged twice");
  CHECK(record->text_of("description") == "Charged on 3 and 4 November.\nNobody called back.\n");
  CHECK(record->body.texts_of("refs") == std::vector<std::string>{"helpdesk:HD-221", "defect:APO-9"});
  CHECK(validate(*record).empty());
}

TEST_CASE("fields are written in canonical order, unknown ones behind as they stood") {
  Node fields = Node::map();
  fields.set("zebra", Node::scalar("1st unknown"));
  fields.set("summary", Node::scalar("Charged twice"));
  fields.set("by", Node::scalar("an impostor"));
  fields.set("aardvark", Node::scalar("2nd unknown"));
  fields.set("customer", Node::scalar("acme"));
  const Record record = make(Kind::complaint, kAt, "asha@example.com", {std::string(sample::kOtherId)}, fields);
  CHECK(keys_of(record.body) ==
        std::vector<std::string>{"kind", "at", "by", "after", "customer", "summary", "zebra", "aardvark"});
  CHECK(record.body.text_of("by") == "asha@example.com");
  CHECK(record.id.empty());
  CHECK(render(record).starts_with("kind: complaint\nat: 2026-11-21T09:12:00+01:00\nby: asha@example.com\nafter: ["));
}

TEST_CASE("members of maps are written in canonical order") {
  Node expects = Node::map();
  expects.set("note", Node::scalar("unknown"));
  expects.set("due", Node::scalar("2026-11-28T17:00:00+01:00"));
  expects.set("what", Node::scalar("reply"));
  Node promise = Node::map();
  promise.set("due", Node::scalar("2026-11-28T17:00:00+01:00"));
  promise.set("what", Node::scalar("call back"));
  Node fields = Node::map();
  fields.set("promises", Node::list({promise}));
  fields.set("expects", expects);
  fields.set("type", Node::scalar("call"));
  const Record record = make(Kind::activity, kAt, "asha@example.com", {}, fields);
  CHECK(keys_of(*record.body.find("expects")) == std::vector<std::string>{"what", "due", "note"});
  CHECK(keys_of(record.body.find("promises")->items.at(0)) == std::vector<std::string>{"what", "due"});
}

TEST_CASE("a record that was written by hand renders canonically") {
  const std::string by_hand =
      "# a note\nsummary: 'Charged twice'\nafter: []\nby: asha@example.com\nat: 2026-11-21T09:12:00+01:00\n"
      "customer: acme\nkind: complaint\n";
  const auto record = parse(sample::kId, Kind::complaint, by_hand);
  REQUIRE(record.has_value());
  CHECK(render(*record) ==
        "kind: complaint\nat: 2026-11-21T09:12:00+01:00\nby: asha@example.com\nafter: []\ncustomer: acme\n"
        "summary: Charged twice\n");
}

TEST_CASE("a record of an unknown kind is kept as it is") {
  const std::string text =
      "kind: from_the_future\nat: 2026-11-21T09:12:00+01:00\nby: asha@example.com\nafter: []\nzz: 1\naa: [x]\n";
  const auto record = parse(sample::kId, StatedKind("from_the_future"), text);
  REQUIRE(record.has_value());
  CHECK(render(*record) == text);
  CHECK(validate(*record).empty());
}

TEST_CASE("the fields of every record must be there and readable") {
  const std::string head = "kind: complaint\nat: 2026-11-21T09:12:00Z\nby: asha\n";
  CHECK(fault_of(head + "after: []\n") == "");
  CHECK(fault_of(head) == "it has no 'after'");
  CHECK(fault_of(head + "after: none\n") == "'after' is no list");
  CHECK(fault_of(head + "after: [../../etc/passwd]\n") == "'after' names '../../etc/passwd', which is no record id");
  CHECK(fault_of(head + "after: []\n", "activity") == "its kind is 'complaint', but its name says 'activity'");
  CHECK(fault_of("at: 2026-11-21T09:12:00Z\nby: asha\nafter: []\n") == "it has no 'kind'");
  CHECK(fault_of("kind: complaint\nby: asha\nafter: []\n") == "it has no 'at'");
  CHECK(fault_of("kind: complaint\nat: 2026-11-21\nby: asha\nafter: []\n") ==
        "'at' is '2026-11-21', not an RFC 3339 time");
  CHECK(fault_of("kind: complaint\nat: [x]\nby: asha\nafter: []\n") == "'at' is no text");
  CHECK(fault_of("kind: complaint\nat: 2026-11-21T09:12:00Z\nby:\nafter: []\n") == "it has no 'by'");
  CHECK(fault_of("kind: complaint\nat: 2026-11-21T09:12:00Z\nby: ''\nafter: []\n") == "'by' is empty");
  CHECK(fault_of("- kind: complaint\n") == "it is no map");
}

TEST_CASE("a fault says where it is") {
  const auto record =
      parse(sample::kId, Kind::complaint, "kind: complaint\nat: 2026-11-21T09:12:00Z\nby: asha\nafter: [x]\n");
  REQUIRE_FALSE(record.has_value());
  CHECK(record.error().mark.line == 4);
  CHECK(record.error().mark.column == 9);
}

TEST_CASE("text that is no record is refused, never a crash") {
  const std::vector<std::string> texts{"",        "\n",         "just text",    "[]",       "{}",
                                       "a: *b\n", "!!binary x", "a: 1\na: 2\n", "\xff\xfe", std::string(1, '\0'),
                                       "{{{{",    "- - -"};
  for (const std::string& text : texts) {
    CAPTURE(text);
    CHECK_FALSE(parse(sample::kId, Kind::complaint, text).has_value());
  }
  CHECK_FALSE(parse(sample::kId, Kind::complaint, kExample + "long: " + std::string(300'000, 'x') + "\n").has_value());
  for (std::size_t end = 0; end < kExample.size(); ++end)
    (void)parse(sample::kId, Kind::complaint, kExample.substr(0, end));
}

TEST_CASE("property: every kind reads back what was written, whatever its text") {
  sample::Maker maker(20261121);
  for (const KindSpec& kind : kinds()) {
    for (int round = 0; round < 200; ++round) {
      const Record record = maker.make_record(kind);
      const std::string text = render(record);
      CAPTURE(text);
      const auto again = parse(record.id, record.kind, text);
      REQUIRE(again.has_value());
      REQUIRE(again->body == record.body);
      REQUIRE(again->at == record.at);
      REQUIRE(again->by == record.by);
      REQUIRE(again->after == record.after);
      REQUIRE(render(*again) == text);
      for (const auto& problem : validate(*again)) {  // the maker leaves out fields that belong together
        CAPTURE(problem.field);
        REQUIRE(problem.message.starts_with("is missing"));
      }
    }
  }
}

TEST_CASE("property: the order in which fields are given changes nothing") {
  sample::Maker maker(7);
  const KindSpec& kind = *find_kind(Kind::activity);
  for (int round = 0; round < 100; ++round) {
    const Record record = maker.make_record(kind);
    Node fields = Node::map();
    for (const auto& [key, value] : record.body.entries)
      if (crmtrack::record::find_field(Kind::activity, key) != nullptr) fields.entries.emplace_back(key, value);
    const Record straight = make(Kind::activity, record.at, record.by, record.after, fields);
    std::reverse(fields.entries.begin(), fields.entries.end());
    const Record reversed = make(Kind::activity, record.at, record.by, record.after, fields);
    REQUIRE(render(straight) == render(reversed));
  }
}
