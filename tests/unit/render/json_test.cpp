#include "render/json.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

using crmtrack::document::Value;
using crmtrack::render::render_json;

TEST_CASE("JSON of every kind of value") {
  CHECK(render_json(nullptr) == "null");
  CHECK(render_json(true) == "true");
  CHECK(render_json(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(render_json(0.1) == "0.1");
  CHECK(render_json(1e300) == "1e+300");
  CHECK(render_json(std::nan("")) == "null");
  CHECK(render_json(HUGE_VAL) == "null");
  CHECK(render_json(Value::List{}) == "[]");
  CHECK(render_json(Value::Object{}) == "{}");
  CHECK(render_json(Value::List{1, "a", Value::List{}, Value::Object{{"k", false}}}) ==
        R"([1, "a", [], {"k": false}])");
}

TEST_CASE("JSON indented") {
  const Value value{Value::Object{{"a", Value::List{1, 2}}, {"b", Value::Object{}}, {"c", Value::List{}}}};
  CHECK(render_json(value, 2) == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {},\n  \"c\": []\n}");
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
    CHECK(render_json(text) == json);
  }
  CHECK(render_json(Value::Object{{"k\n", 1}}) == R"({"k\n": 1})");
}
