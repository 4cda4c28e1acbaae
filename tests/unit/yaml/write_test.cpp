#include <doctest/doctest.h>

#include "util/error.hpp"
#include "yaml/read.hpp"
#include "yaml/scan.hpp"
#include "yaml/write.hpp"

using namespace crmtrack;
using namespace crmtrack::yaml;

namespace {

std::string written(const std::string& text) { return write(Node::map({{"k", Node::scalar(text)}})); }

}  // namespace

TEST_CASE("text stands plain only where every reader takes it for text") {
  for (const char* text :
       {"acme", "Invoice 4711 charged twice", "asha@example.com", "it's", "7f3q2mxab4", "3 and 4 May", "a:b", "a#b",
        "https://example.com/?a=b&c", "$5", "(see above)", "naïve", "日本", "12.50EUR", "2026-11-21T09:12:00+01:00",
        "2026-11-21T08:12:00Z", "2026-11-21T08:12:00.25Z"})
    CHECK(written(text) == "k: " + std::string(text) + "\n");
  for (const char* text : {"",         " a",   "a ",   "no",         "Yes",
                           "ON",       "y",    "True", "null",       "~",
                           "12",       "-3",   "+3",   "0123",       "0x1f",
                           "0o17",     "1e3",  "1.5",  ".5",         "1_000",
                           "12:30:45", ".inf", ".NaN", "2026-11-21", "2026-11-21T25:00:00Z",
                           "=",        "<<",   "- a",  "-",          "?",
                           ": a",      "a: b", "a:",   "a #b",       "#a",
                           "&a",       "*a",   "!a",   "|",          ">",
                           "'a'",      "%a",   "@a",   "`a`",        "[a]",
                           "{a}",      ",a",   "---",  "..."})
    CHECK(written(text) == "k: \"" + std::string(text) + "\"\n");
}

TEST_CASE("invisible characters are written as escapes") {
  CHECK(written("a\tb") == "k: \"a\\tb\"\n");
  CHECK(written("a\r\nb\r\n") == "k: \"a\\r\\nb\\r\\n\"\n");
  CHECK(written("\"\\") == "k: \"\\\"\\\\\"\n");
  CHECK(written(std::string("\0\x1b\x7f", 3)) == "k: \"\\x00\\x1b\\x7f\"\n");
  CHECK(written("\u0085\u2028\ufeff\u202e") == "k: \"\\u0085\\u2028\\ufeff\\u202e\"\n");
}

TEST_CASE("a literal block is for text that is safe in it and ends in one line feed") {
  CHECK(written("a\nb\n") == "k: |\n  a\n  b\n");
  CHECK(written("a\n\n  b\n") == "k: |\n  a\n\n    b\n");
  CHECK(written("# a\n- b: c\n") == "k: |\n  # a\n  - b: c\n");
  for (const char* text : {"a\nb", "a\n\n", "\n", "\na\n", " a\n", "a\tb\n", "a\rb\n", "a\x1b\n", "a\u2028\n"})
    CHECK(written(text).starts_with("k: \""));
}

TEST_CASE("lists and maps have one form each") {
  CHECK(write(Node::map()) == "{}\n");
  const Node inner = Node::map({{"x", Node::integer(1)}, {"z", Node::map()}});
  const Node map = Node::map({{"none", Node::list()},
                              {"nothing", Node::null()},
                              {"flow", Node::list_of({"a", "b, c", "12", "d?", "e:f", "g\n"})},
                              {"mixed", Node::list({Node::integer(-1), Node::boolean(false), Node::null()})},
                              {"maps", Node::list({inner, Node::list({inner}), Node::list_of({"z"}), Node::map()})},
                              {"map", inner},
                              {"two words", Node::list({Node::scalar("p\n"), inner})}});
  CHECK(write(map) == R"(none: []
nothing: null
flow: [a, "b, c", "12", "d?", e:f, "g\n"]
mixed: [-1, false, null]
maps:
  - x: 1
    z: {}
  - - x: 1
      z: {}
  - [z]
  - {}
map:
  x: 1
  z: {}
two words:
  - |
    p
  - x: 1
    z: {}
)");
}

TEST_CASE("keys are quoted like text") {
  CHECK(write(Node::map({{"no", Node::integer(1)}})) == "\"no\": 1\n");
  CHECK(write(Node::map({{"", Node::integer(1)}})) == "\"\": 1\n");
  CHECK(write(Node::map({{"2026-12-24", Node::integer(1)}})) == "\"2026-12-24\": 1\n");
  CHECK(write(Node::map({{"a: b\n", Node::integer(1)}})) == "\"a: b\\n\": 1\n");
  CHECK_THROWS_AS(write(Node::map({{std::string(256, 'k'), Node::null()}})), util::Error);
}

TEST_CASE("only a map is a document") { CHECK_THROWS_AS(write(Node::list()), util::Error); }

TEST_CASE("the scanner takes no other form than the writer's") {
  for (const char* text : {"a:  b\n",
                           "a: b",
                           "a: b\n\n",
                           "a : b\n",
                           "a: 'b'\n",
                           "a: \"b\"\n",
                           "a: b # c\n",
                           "---\na: b\n",
                           "a:\n",
                           "a: ~\n",
                           "a: [b,c]\n",
                           "a: [ b ]\n",
                           "a: [b, ]\n",
                           "a: [b,]\n",
                           "a:\n- b\n",
                           "a:\n  - b\n",
                           "a: {b: c}\n",
                           "a:\n    b: c\n",
                           "a: |-\n  b\n",
                           "a: |\n  b\n\n",
                           "a: |\n   b\n",
                           "a: \"\\u0041\"\n",
                           "a: \"\\x0A\"\n",
                           "a: \"\\x0a\"\n",
                           "a: -0\n",
                           "a: 01\n",
                           "a: True\n",
                           "a: b\na: c\n",
                           "a: \"b\\nc\\n\"\n",
                           "# a\n",
                           "",
                           "\n",
                           "a: 'b\n",
                           "a: \"b\n",
                           "a: \"\\",
                           "a: \"\\x1\n",
                           "a: \"b\\",
                           "a: |",
                           "a: [",
                           "a: {",
                           "a",
                           "at! :: b\n",
                           "a: |\n  b\n   \n"}) {
    CAPTURE(text);
    const auto node = scan(text);
    const bool literal_with_blanks = std::string_view(text) == "a: |\n  b\n   \n";
    CHECK(node.has_value() == literal_with_blanks);
  }
}

TEST_CASE("load takes the scanner's word, else the reader's") {
  CHECK(load("a: b\n")->text_of("a") == "b");
  CHECK(load("a: 'b'")->text_of("a") == "b");
  const auto bad = load("a: 'b");
  REQUIRE_FALSE(bad);
  CHECK(bad.error().message == "a missing quote at the end");
}
