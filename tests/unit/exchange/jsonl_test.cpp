#include <doctest/doctest.h>

#include "exchange/base64.hpp"
#include "exchange/json_text.hpp"
#include "exchange/jsonl.hpp"
#include "exchange/record_value.hpp"
#include "record/path.hpp"
#include "render/json.hpp"
#include "sample_data.hpp"
#include "util/digest.hpp"

using namespace crmtrack;
using namespace crmtrack::exchange;
using document::Value;
using yaml::Node;

namespace {

const record::StoryRef kStory{record::StoryKind::complaint, "20261121-7f3q2mxab4"};
constexpr const char* kId = "01kajx0000000000000000000a";
const story::Provenance kProvenance{util::Instant{}, "asha@example.com", std::string(40, 'a')};

record::Record make(Node fields) {
  auto record = record::make(record::Kind::complaint, *util::parse_rfc3339("2026-11-21T09:12:00+01:00"),
                             "asha@example.com", {}, std::move(fields));
  record.id = kId;
  return record;
}

std::string line_of(const char* type, const std::string& id, Value records) {
  Value line;
  line.set("type", type);
  line.set("id", id);
  line.set("status", "received");
  line.set("records", std::move(records));
  return render::render_json(line) + "\n";
}

std::string line_of(const record::Record& record, const ReadAttachment& read = {}) {
  return line_of("complaint", kStory.id, Value::List{record_to_value(record, kProvenance, read)});
}

std::string complaint_of(const std::string& line, int number = 0) {
  const auto result = import_jsonl(line);
  REQUIRE(result.bad.size() > static_cast<std::size_t>(number));
  CHECK(result.files.empty());
  return describe(result.bad[static_cast<std::size_t>(number)], "x");
}

}  // namespace

TEST_CASE("base64, both ways") {
  for (const auto& [bytes, text] : std::vector<std::pair<std::string, std::string>>{
           {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foobar", "Zm9vYmFy"}, {"\xFF\xFE", "//4="}}) {
    CHECK(to_base64(bytes) == text);
    CHECK(from_base64(text) == bytes);
  }
  for (const char* bad : {"Zg", "Zg=", "Z===", "Zh==", "Zm9v\n", "====", "Zg==Zg==", "Zm 9"}) {
    CAPTURE(bad);
    CHECK_FALSE(from_base64(bad));
  }
}

TEST_CASE("a record goes to JSON and back to the byte, hostile text included") {
  const auto record = make(Node::map({
      {"customer", Node::scalar("acme")},
      {"summary", Node::scalar("yes")},
      {"description", Node::scalar("one\ntwo\n")},
      {"refs", Node::list_of({"a:1", "12", "null"})},
      {"number", Node::integer(-7)},
      {"number_text", Node::scalar("-7")},
      {"truth", Node::boolean(true)},
      {"truth_text", Node::scalar("true")},
      {"nothing", Node::null()},
      {"empty", Node::scalar("")},
      {"control", Node::scalar("a\x01\x1b[31m\t\r\n\u202e é☃𝄞 \"\\' #: - ")},
      {"time", Node::scalar("2026-11-21T09:12:00+01:00")},
      {"nested", Node::map({{"list", Node::list({Node::map({{"a", Node::scalar("b")}})})}})},
      {"id", Node::scalar("mine")},
      {"foo", Node::scalar("bar")},
      {"commit", Node::scalar("x")},
      {"own", Node::scalar("y")},
  }));
  const std::string text = record::render(record);
  REQUIRE(record::parse(kId, record::Kind::complaint, text));
  const auto result = import_jsonl(line_of(record));
  REQUIRE(result.bad.empty());
  REQUIRE(result.files.size() == 1);
  CHECK(result.files[0].path == record::path_of(kStory, kId, record::Kind::complaint));
  CHECK(result.files[0].bytes == text);
  const Value value = record_to_value(record, kProvenance);
  CHECK(std::get<std::int64_t>(value.find("number")->data) == -7);
  CHECK(std::get<bool>(value.find("truth")->data));
  CHECK(value.find("nothing")->is_null());
  CHECK(std::get<std::string>(value.find("at")->data) == "2026-11-21T09:12:00+01:00");
  CHECK(std::get<std::string>(value.find("id")->data) == kId);
  CHECK(std::get<std::string>(value.find("own")->find("id")->data) == "mine");
}

TEST_CASE("attachments travel as base64, and are held against size and digest") {
  const std::string bytes("\x00\xFF letter", 9);
  const Node attachment = Node::map({{"name", Node::scalar("letter.pdf")},
                                     {"size", Node::integer(9)},
                                     {"sha256", Node::scalar(util::sha256_hex(bytes))}});
  const auto record = make(Node::map({{"attachments", Node::list({attachment})}}));
  const std::string line = line_of(record, [&](const std::string&) { return bytes; });
  const auto result = import_jsonl(line);
  REQUIRE(result.bad.empty());
  REQUIRE(result.files.size() == 2);
  CHECK(result.files[0].bytes == record::render(record));
  CHECK(result.files[1].path == record::attachment_path(kStory, kId, "letter.pdf"));
  CHECK(result.files[1].bytes == bytes);
  const std::string other = line_of(record, [&](const std::string&) { return "something"; });
  CHECK(complaint_of(other) == "x:1:1: records[0]: attachments: letter.pdf: sha256: it is not the digest of the bytes");
  const std::string shorter = line_of(record, [&](const std::string&) { return "some"; });
  CHECK(complaint_of(shorter).find("it is not the size") != std::string::npos);
}

TEST_CASE("customers and journals; what is known, what differs") {
  auto customer = record::make(record::Kind::customer, *util::parse_rfc3339("2026-11-21T09:12:00Z"), "a@b.c", {},
                               Node::map({{"name", Node::scalar("Acme")}}));
  customer.id = kId;
  const std::string lines = line_of("customer", "acme", Value::List{record_to_value(customer, kProvenance)}) + "\n" +
                            line_of("journal", kStory.id, Value::List{record_to_value(customer, kProvenance)});
  const auto result = import_jsonl(lines);
  CHECK(result.customers == 1);
  CHECK(result.journals == 1);
  CHECK(result.added == 2);
  CHECK(result.files.at(0).path == "customers/82/acme/" + std::string(kId) + "-customer.yaml");
  JsonlOptions options;
  options.find_file = [&](const std::string& path) -> std::optional<std::string> {
    return path.starts_with("customers/") ? std::optional(record::render(customer)) : std::optional<std::string>("x");
  };
  const auto again = import_jsonl(lines, options);
  CHECK(again.files.empty());
  CHECK(again.known == 1);
  CHECK(again.differing == 1);
  CHECK(import_jsonl(lines + lines).known == 2);
}

TEST_CASE("bad lines are told with line, column and why; the good ones are read") {
  const auto record = make(Node::map({{"summary", Node::scalar("x")}}));
  const std::string good = line_of(record);
  CHECK(complaint_of("{\"type\": \"complaint\", }\n").starts_with("x:1:23: not JSON"));
  CHECK(complaint_of("\n\n[1, 2\n").starts_with("x:3:"));
  CHECK(complaint_of("[]") == "x:1:1: type: '' is none of complaint, customer, journal");
  CHECK(complaint_of(line_of("complaint", "../../x", Value::List{})) == "x:1:1: id: '../../x' is no id of a complaint");
  CHECK(complaint_of(line_of("customer", "Acme", Value::List{})) == "x:1:1: id: 'Acme' is no id of a customer");
  CHECK(complaint_of(line_of("complaint", kStory.id, Value("x"))) == "x:1:1: records: the list of records is missing");
  CHECK(complaint_of(line_of("complaint", kStory.id, Value::List{Value("x")})) ==
        "x:1:1: records[0]: a record is an object");
  const auto with = [&](const char* key, Value value) {
    Value changed = record_to_value(record, kProvenance);
    changed.set(key, std::move(value));
    return complaint_of(line_of("complaint", kStory.id, Value::List{std::move(changed)}));
  };
  CHECK(with("id", "../x") == "x:1:1: records[0]: id: '../x' is no record id");
  CHECK(with("kind", "../x").find("is no path of a ledger") != std::string::npos);
  CHECK(with("at", "yesterday").find("'at'") != std::string::npos);
  CHECK(with("minutes", 1.5) == "x:1:1: records[0]: minutes: a number with a fraction must be text");
  CHECK(with("description", std::string(300'000, 'x')).starts_with("x:1:1: records[0]: "));
  const auto mixed = import_jsonl("nonsense\n" + good);
  CHECK(mixed.bad.size() == 1);
  CHECK(mixed.files.size() == 1);
  CHECK(import_jsonl(good, {.line_bytes = 10}).bad.size() == 1);
}

TEST_CASE("JSON is read strictly and within bounds") {
  for (const char* bad : {"{\"a\": 1, \"a\": 2}", "[1] 2", "\"\\ud800\"", "\"\xC0\x80\"", "[1,]", "{'a': 1}", "nul",
                          "01", "9223372036854775808", "-9223372036854775809", "", "[NaN]"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_json(bad));
  }
  CHECK_FALSE(parse_json(std::string("12\0", 3)));
  CHECK(parse_json("9223372036854775807"));
  CHECK(parse_json("[1.5, 1e3]"));
  CHECK(parse_json(std::string(16, '[') + std::string(16, ']')));
  CHECK(parse_json(std::string(17, '[') + std::string(17, ']')).error().message == "nested deeper than 16 levels");
  CHECK_FALSE(parse_json(std::string(1'000'000, '[')));
  CHECK(parse_json("[1, 2, 3]", {.values = 3}).error().message == "more than 3 values");
}

TEST_CASE("the JSON test suite: accepted or refused as it says") {
  if (!test::has_sample_data()) return;
  std::size_t files = 0;
  for (const auto& file : test::files_below(test::sample_data() / "json-test-suite", ".json")) {
    CAPTURE(file);
    const char expected = file.filename().string().front();
    const std::string bytes = test::read_bytes(file);
    const bool accepted = parse_json(bytes).has_value();
    const bool duplicate = file.filename().string().find("duplicated_key") != std::string::npos;
    if (expected == 'y')
      CHECK(accepted == !duplicate);  // a duplicate key is RFC 8259's to allow and ours to refuse
    else if (expected == 'n')
      CHECK_FALSE(accepted);
    ++files;
  }
  CHECK(files > 100);
}
