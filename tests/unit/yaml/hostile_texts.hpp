#pragma once

#include <random>
#include <string>
#include <vector>

#include "util/text/utf8.hpp"
#include "yaml/node.hpp"

namespace crmtrack::yaml::test {

/// Texts that some YAML reader or writer gets wrong.
inline std::vector<std::string> hostile_texts() {
  return {"",
          " ",
          "  lead",
          "trail ",
          "\ttab",
          "tab\tin",
          "a: b",
          "a:",
          ":a",
          ": a",
          "a :b",
          "a #b",
          "a#b",
          "#a",
          "- a",
          "-a",
          "-",
          "--- a",
          "---",
          "...",
          "? a",
          "?",
          "a?",
          "[a",
          "a]",
          "{a",
          "a}",
          "a,b",
          "a, b",
          "&a",
          "*a",
          "!a",
          "|",
          ">",
          "|\n",
          "'",
          "''",
          "it's",
          "\"",
          "a\"b",
          "%a",
          "@a",
          "`a",
          "\\",
          "\\n",
          "~",
          "null",
          "Null",
          "NULL",
          "true",
          "True",
          "FALSE",
          "yes",
          "Yes",
          "no",
          "NO",
          "on",
          "Off",
          "y",
          "N",
          "0",
          "-0",
          "12",
          "-12",
          "+12",
          "0123",
          "0o17",
          "0x1f",
          "0b101",
          "1e3",
          "1.50",
          ".5",
          "1_000",
          "1,000",
          "12:30:45",
          "190:20:30",
          ".inf",
          "-.INF",
          ".NaN",
          "=",
          "<<",
          "2026-11-21",
          "2026-11-21 09:12:00",
          "2026-11-21T09:12:00+01:00",
          "2026-11-21T09:12:00Z",
          "2026-11-21T09:12:00.5Z",
          "2026-99-99T99:99:99Z",
          "2026-11-21t09:12:00z",
          "9223372036854775807",
          "99999999999999999999",
          "01kajx3q0bgvnpwh7yyx3g9s24",
          "7f3q2mxab4",
          "a\nb",
          "a\n",
          "a\n\n",
          "\n",
          "\n\n",
          "\na\n",
          " a\n",
          "a\n b\n",
          "a\n\n\nb\n",
          "a \nb\n",
          "a\n  \nb\n",
          "a\n   ",
          "a\n\tb\n",
          "a\r\nb\r\n",
          "a\rb",
          "\r",
          "-- \nsignature\n",
          "# not a comment\nb\n",
          "a: |\n  b\n",
          "---\nb\n",
          "%YAML\nb\n",
          std::string("\0", 1),
          std::string("a\0b\n", 4),
          "\x01\x02\x1b[31m\x7f",
          "bell\a\n",
          "\u0085",
          "a\u0085b\n",
          "\u00a0",
          "\u2028",
          "a\u2028b\n",
          "\u2029",
          "\ufeff",
          "\ufeff"
          "a\n",
          "a\ufeff",
          "\u202e"
          "evil\u202c",
          "\u2066x\u2069\n",
          "\ufffd",
          "\uffff",
          "\u0301",
          "e\u0301",
          "é",
          "ß\n",
          "日本語",
          "日本語: x",
          "😀",
          "👨‍👩‍👧 #family\n",
          "\U0001ffff",
          "שלום",
          "Charged on 3 and 4 November…\n",
          "a" + std::string(3000, 'b'),
          std::string(3000, ' ') + "\n",
          "x\n" + std::string(2000, '\n') + "y\n"};
}

/// Random trees whose texts are hostile or made of what is hostile, with at most `depth` levels.
class RandomTrees {
 public:
  explicit RandomTrees(unsigned seed) : engine_(seed), known_(hostile_texts()) {}

  std::string text() {
    if (below(3) == 0) return known_[below(known_.size())];
    static const std::vector<std::string> kPieces{
        "a",      "Zebra",  "12", " ",       "  ",     "\n",   "\n",
        "\r",     "\t",     ":",  ": ",      "#",      " #",   "-",
        "- ",     "'",      "\"", "\\",      ",",      "[",    "]",
        "{",      "}",      "?",  "no",      "|",      ">",    "&",
        "*",      "!",      "%",  "\x1b",    "\x7f",   "é",    "\u0085",
        "\u2028", "\ufeff", "😀",  "e\u0301", "\u202e", "日本", std::string("\0", 1)};
    std::string made;
    for (std::size_t left = below(8); left > 0; --left) made += kPieces[below(kPieces.size())];
    return made;
  }

  Node tree(int depth) {
    switch (below(depth > 1 ? 7 : 5)) {
      case 0:
        return Node::integer(static_cast<std::int64_t>(engine_()) - (1LL << 31));
      case 1:
        return below(2) == 0 ? Node::null() : Node::boolean(below(2) == 0);
      case 5:
        return list(depth);
      case 6:
        return map(depth);
      default:
        return Node::scalar(text());
    }
  }

  Node list(int depth) {
    Node node = Node::list();
    for (std::size_t left = below(4); left > 0; --left) node.items.push_back(tree(depth - 1));
    return node;
  }

  Node map(int depth) {
    Node node = Node::map();
    for (std::size_t left = below(5); left > 0; --left) {
      std::string key = text();
      node.set(key.size() > kLongestKey ? "long" : std::move(key), tree(depth - 1));
    }
    return node;
  }

  std::size_t below(std::size_t bound) { return engine_() % bound; }

 private:
  std::mt19937 engine_;
  std::vector<std::string> known_;
};

}  // namespace crmtrack::yaml::test
