#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "document/value.hpp"

using crmtrack::document::to_csv_line;
using crmtrack::document::to_json;
using crmtrack::document::Value;

TEST_CASE("an object keeps its order, and set replaces") {
  Value value;
  value.set("b", 1);
  value.set("a", "x");
  value.set("b", nullptr);
  CHECK(to_json(value) == R"({"b": null, "a": "x"})");
  REQUIRE(value.find("a") != nullptr);
  CHECK(std::get<std::string>(value.find("a")->data) == "x");
  CHECK(value.find("c") == nullptr);
  CHECK(Value{"text"}.find("a") == nullptr);
}

TEST_CASE("JSON of every kind of value") {
  CHECK(to_json(nullptr) == "null");
  CHECK(to_json(true) == "true");
  CHECK(to_json(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(to_json(0.1) == "0.1");
  CHECK(to_json(1e300) == "1e+300");
  CHECK(to_json(std::nan("")) == "null");
  CHECK(to_json(HUGE_VAL) == "null");
  CHECK(to_json(Value::List{}) == "[]");
  CHECK(to_json(Value::Object{}) == "{}");
  CHECK(to_json(Value::List{1, "a", Value::List{}, Value::Object{{"k", false}}}) == R"([1, "a", [], {"k": false}])");
}

TEST_CASE("JSON indented") {
  const Value value{Value::Object{{"a", Value::List{1, 2}}, {"b", Value::Object{}}, {"c", Value::List{}}}};
  CHECK(to_json(value, 2) == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {},\n  \"c\": []\n}");
}

TEST_CASE("JSON texts: what could harm a terminal or a reader is escaped, all else kept") {
  struct Case {
    std::string text;
    std::string json;
  };
  const std::vector<Case> cases{
      {"", R"("")"},
      {"a \"b\" \\ /", R"("a \"b\" \\ /")"},
      {"\n\r\t\b", R"("\n\r\t\u0008")"},
      {std::string("\0", 1), R"("\u0000")"},
      {"\x1b[31m\x7f", R"("\u001b[31m\u007f")"},
      {"\xc2\x9b", R"("\u009b")"},
      {"Größe 日本 👩‍👩‍👧", "\"Größe 日本 👩‍👩‍👧\""},
      {"\xe2\x80\xae", R"("\u202e")"},
      {"\xe2\x80\xa8", R"("\u2028")"},
      {"\xf3\xa0\x81\x81", R"("\udb40\udc41")"},
      {"a\xff"
       "b\xc3",
       "\"a\xef\xbf\xbd"
       "b\xef\xbf\xbd\""},
      {"\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
  };
  for (const auto& each : cases) {
    const auto& text = each.text;
    const auto& json = each.json;
    CAPTURE(json);
    CHECK(to_json(text) == json);
  }
  CHECK(to_json(Value::Object{{"k\n", 1}}) == R"({"k\n": 1})");
}

TEST_CASE("CSV lines") {
  struct Case {
    std::vector<std::string> cells;
    std::string line;
  };
  const std::vector<Case> cases{
      {{"a", "b"}, "a,b\n"},
      {{"a,b", "c\"d", "e\nf", "g\rh"}, "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\"\n"},
      {{" a", "b ", ""}, "\" a\",\"b \",\n"},
      {{""}, "\"\"\n"},
      {{"", ""}, ",\n"},
      {{"Größe", "日本"}, "Größe,日本\n"},
      {{"=1+2", "+cmd|x", "-x", "@SUM(A1)"}, "'=1+2,'+cmd|x,'-x,'@SUM(A1)\n"},
      {{"\tx", "\rx"}, "'\tx,\"'\rx\"\n"},
      {{"-12.50", "+3", "-1e5", "+49 170", "-", "+", "1+2", "-1-2"}, "-12.50,+3,-1e5,'+49 170,'-,'+,1+2,'-1-2\n"},
      {{"=\"x\",1"}, "\"'=\"\"x\"\",1\"\n"},
  };
  for (const auto& [cells, line] : cases) CHECK(to_csv_line(cells) == line);
}
