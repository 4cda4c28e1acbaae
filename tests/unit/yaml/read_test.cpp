#include <doctest/doctest.h>

#include <fmt/format.h>

#include "yaml/read.hpp"
#include "yaml/scan.hpp"
#include "yaml/write.hpp"

using namespace crmtrack::yaml;

namespace {

std::string fault_of(std::string_view text, const Limits& limits = {}) {
  const auto node = read(text, limits);
  return node ? "accepted"
              : fmt::format("{}:{}: {}", node.error().mark.line, node.error().mark.column, node.error().message);
}

std::string repeat(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("text outside the strict subset is refused with its place") {
  CHECK(fault_of("a: &x b\n") == "1:4: an anchor");
  CHECK(fault_of("a: &x [b]\n") == "1:4: an anchor");
  CHECK(fault_of("&x a: b\n").ends_with("an anchor"));
  CHECK(fault_of("a: b\nc: *x\n") == "2:4: the referenced anchor is not defined");
  CHECK(fault_of("a: &x\nc: *x\n") == "1:4: an anchor");
  CHECK(fault_of("a: !!str b\n") == "1:4: a tag");
  CHECK(fault_of("a: !mine b\n") == "1:4: a tag");
  CHECK(fault_of("a: ! b\n") == "1:4: a tag");
  CHECK(fault_of("a: !!map {b: c}\n") == "1:4: a tag");
  CHECK(fault_of("a: ! [b]\n") == "1:4: a tag");
  CHECK(fault_of("!!map\na: b\n").ends_with("a tag"));
  CHECK(fault_of("a: 1\nb: 2\na: 3\n") == "3:1: the key 'a' stands here twice");
  CHECK(fault_of("a: {x: 1, \"x\": 2}\n") == "1:11: the key 'x' stands here twice");
  CHECK(fault_of("? [a]\n: b\n") == "1:3: a key that is no text");
  CHECK(fault_of("? {a: b}\n: c\n") == "1:3: a key that is no text");
  CHECK(fault_of("~: b\n") == "1:1: a key is empty or null");
  CHECK(fault_of("null: b\n") == "1:1: a key is empty or null");
  CHECK(fault_of(": b\n").ends_with("a key is empty or null"));
  CHECK(fault_of("<<: {a: b}\n") == "1:1: a merge key '<<'");
  CHECK(fault_of("%YAML 1.2\n---\na: b\n") == "1:1: a directive");
  CHECK(fault_of("a: b\n--- \nc: d\n") == "2:1: a second document, or text after the document's end");
  CHECK(fault_of("a: b\n...\nc: d\n") == "3:1: a second document, or text after the document's end");
}

TEST_CASE("bytes that are no text are refused with their place") {
  CHECK(fault_of("a: b\nc: \xff\n") == "2:4: no valid UTF-8");
  CHECK(fault_of("a: \xc0\x80\n") == "1:4: no valid UTF-8");
  CHECK(fault_of("a: \xed\xa0\x80\n") == "1:4: no valid UTF-8");
  CHECK(fault_of("a: \xf4\x90\x80\x80\n") == "1:4: no valid UTF-8");
  CHECK(fault_of(std::string("a: \0\n", 5)) == "1:4: a control character, U+0000");
  CHECK(fault_of("a: \x1b[31m\n") == "1:4: a control character, U+001B");
  CHECK(fault_of("a: \x7f\n") == "1:4: a control character, U+007F");
  CHECK(fault_of("a: \u0085\n") == "1:4: a control character, U+0085");
  CHECK(fault_of("a: \ufeff\n") == "1:4: a control character, U+FEFF");
  CHECK(fault_of("\xff\xfe"
                 "a\0") == "1:1: no valid UTF-8");
}

TEST_CASE("malformed documents are refused with the parser's reason and place") {
  CHECK(fault_of("a: [b\n") == "1:5: a ': ' or a closing bracket is missing after 'b'");
  CHECK(fault_of("a: b: c\n") == "1:5: illegal map value");
  CHECK(fault_of("a:\n\t- b\n") == "2:2: illegal block entry");
  CHECK(fault_of("a: \"\\q\"\n") == "1:7: unknown escape character: q");
  CHECK(fault_of("a: \"b\n") == "1:4: a missing quote at the end");
  CHECK(fault_of("a: 'it''s\n") == "1:4: a missing quote at the end");
  CHECK(fault_of("a: \"b\nc\"\n") == "1:4: quoted text that is not indented");
  CHECK(fault_of("a: \"b\n\tc\"\n") == "1:4: a tab as indentation");
  CHECK(fault_of("a: 1\nb\n") == "2:1: a ': ' or a closing bracket is missing after 'b'");
  CHECK(fault_of("a: [b, , c]\n") == "1:8: an empty item");
  CHECK(fault_of("a: \"" + repeat("\\ud800", 1) + "\"\n").starts_with("1:"));
}

TEST_CASE("the bounds hold exactly") {
  const Limits limits{40, 3, 6};
  CHECK(fault_of("a: " + std::string(36, 'x') + "\n", limits) == "accepted");
  CHECK(fault_of("a: " + std::string(37, 'x') + "\n", limits) == "1:1: larger than 40 bytes");
  CHECK(fault_of("a: {b: {c: d}}\n", limits) == "accepted");
  CHECK(fault_of("a: {b: {c: [d]}}\n", limits) == "1:12: nested deeper than 3 levels");
  CHECK(fault_of("a: [1, 2, 3, 4]\n", limits) == "accepted");
  CHECK(fault_of("a: [1, 2, 3, 4, 5]\n", limits) == "1:17: more than 6 values");
  CHECK(fault_of(std::string(255, 'k') + ": v\n") == "accepted");
  CHECK(fault_of(std::string(256, 'k') + ": v\n") == "1:1: a key longer than 255 bytes");
  for (const std::string& text : {std::string("a: [1, 2, 3, 4]\n"), std::string("a: [1, 2, 3, 4, 5]\n"),
                                  std::string("a:\n  b:\n    c: d\n"), std::string("a:\n  b:\n    c: [d]\n"),
                                  "a: " + std::string(36, 'x') + "\n", "a: " + std::string(37, 'x') + "\n"}) {
    CAPTURE(text);
    CHECK(scan(text, limits).has_value() == read(text, limits).has_value());
  }
}

TEST_CASE("deep and endless nesting is refused and does not hang") {
  constexpr std::size_t kMost = 100'000;
  for (const char* part : {"[", "{", "[{", "{a: ", "- ", "? ", "a: ", "-\n", "[a: ", "\"", "!a ", "&a ", ":"}) {
    CAPTURE(part);
    CHECK(fault_of(repeat(part, kMost / std::string_view(part).size())) != "accepted");
  }
  std::string stairs;
  for (std::size_t i = 0; i < 500; ++i) stairs += std::string(i, ' ') + "a:\n";
  CHECK(fault_of(stairs) == "9:9: nested deeper than 8 levels");
}

TEST_CASE("text that a person may write by hand is read") {
  const auto node = read(
      "\ufeff---\n# comment\na:   x # why\nb: 'it''s'\nc: >\n  folded\n  text\n\nd: {e: 1, f: [~, \"\\u00e9\"]}\n"
      "g:\n- 1\n- - h\n  - |-\n    kept\n\"i\": \"\\N\\_\\x41\"\nj:\nk: two\n  lines\n...\n");
  REQUIRE(node);
  CHECK(node->text_of("a") == "x");
  CHECK(node->text_of("b") == "it's");
  CHECK(node->text_of("c") == "folded text\n");
  CHECK(node->find("d")->find("e")->as_integer() == 1);
  CHECK(node->find("d")->find("f")->items.front().is_null());
  CHECK(node->find("d")->find("f")->items.back().text == "é");
  CHECK(node->find("g")->items.back().items.back().text == "kept");
  CHECK(node->text_of("i") ==
        "\u0085\u00a0"
        "A");
  CHECK(node->find("j")->is_null());
  CHECK(node->text_of("k") == "two lines");
}

TEST_CASE("line ends of other systems, and none at the end") {
  const Node wanted = Node::map({{"a", Node::scalar("x\ny\n")}, {"b", Node::scalar("z")}});
  for (const char* text : {"a: |\n  x\n  y\nb: z", "a: |\r\n  x\r\n  y\r\nb: z\r\n"}) {
    const auto node = read(text);
    REQUIRE(node);
    CHECK(*node == wanted);
  }
  CHECK(read("a: |\n  x")->text_of("a") == "x\n");
}

TEST_CASE("an empty document is null") {
  for (const char* text : {"", "\n", "# only a comment\n", "---\n", "~\n"}) {
    CAPTURE(text);
    const auto node = read(text);
    REQUIRE(node);
    CHECK(node->is_null());
  }
}

TEST_CASE("words that yaml-cpp takes for null are the text they are") {
  CHECK(read("name: Null\n")->text_of("name") == "Null");
  CHECK(read("name: NULL\n")->text_of("name") == "NULL");
  CHECK(read("name: null\n")->find("name")->is_null());
}

TEST_CASE("nodes know their place") {
  const auto node = read("a: x\nb:\n  - c: [d, \"e\"]\n");
  REQUIRE(node);
  CHECK(node->find("a")->mark.line == 1);
  CHECK(node->find("a")->mark.column == 4);
  const Node& item = node->find("b")->items.front();
  CHECK(item.mark.line == 3);
  CHECK(item.mark.column == 5);
  CHECK(item.find("c")->items.back().mark.column == 12);
}
