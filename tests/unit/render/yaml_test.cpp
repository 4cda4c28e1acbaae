#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "render/yaml.hpp"

using crmtrack::document::Value;
using crmtrack::render::render_yaml;

TEST_CASE("YAML in block style") {
  const Value value{Value::Object{
      {"format_version", 1},
      {"items", Value::List{Value::Object{{"id", "20261121-7f3q"}, {"none", nullptr}, {"list", Value::List{1, "a"}}},
                            Value::Object{{"deep", Value::Object{{"x", Value::List{}}, {"y", Value::Object{}}}}},
                            Value::List{Value::List{1, 2}, Value::List{}}, Value::Object{}}},
      {"odd key", true}}};
  CHECK(render_yaml(value) ==
        "format_version: 1\n"
        "items:\n"
        "  - id: \"20261121-7f3q\"\n"
        "    none: null\n"
        "    list:\n"
        "      - 1\n"
        "      - a\n"
        "  - deep:\n"
        "      x: []\n"
        "      \"y\": {}\n"
        "  - - - 1\n"
        "      - 2\n"
        "    - []\n"
        "  - {}\n"
        "odd key: true\n");
  CHECK(render_yaml(Value::List{}) == "[]\n");
  CHECK(render_yaml("x") == "x\n");
}

TEST_CASE("a text is plain only where every reader takes it for text") {
  struct Case {
    std::string text;
    std::string yaml;
  };
  const std::vector<Case> cases{
      {"billing-wrong-amount", "billing-wrong-amount"},
      {"Invoice charged twice", "Invoice charged twice"},
      {"asha@example.com", "asha@example.com"},
      {"", "\"\""},
      {"no", "\"no\""},
      {"Yes", "\"Yes\""},
      {"NULL", "\"NULL\""},
      {"nan", "\"nan\""},
      {"0123", "\"0123\""},
      {"2026-11-21", "\"2026-11-21\""},
      {"a: b", "\"a: b\""},
      {"a #b", "\"a #b\""},
      {"a ", "\"a \""},
      {"- a", "\"- a\""},
      {"*a", "\"*a\""},
      {"a\nb", "\"a\\nb\""},
      {"say \"x\" \\", "\"say \\\"x\\\" \\\\\""},
      {"größe", "\"größe\""},
      {"\x1b[31m", "\"\\u001b[31m\""},
      {"\xf3\xa0\x81\x81", "\"\\U000e0041\""},
      {"\xff", "\"\xef\xbf\xbd\""},
  };
  for (const auto& each : cases) {
    const auto& text = each.text;
    const auto& yaml = each.yaml;
    CAPTURE(text);
    CHECK(render_yaml(text) == yaml + "\n");
  }
  CHECK(render_yaml(1e20) == "1.0e+20\n");
  CHECK(render_yaml(0.5) == "0.5\n");
}
