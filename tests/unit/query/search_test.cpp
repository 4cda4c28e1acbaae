#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "query/search.hpp"
#include "util/text/parts.hpp"

using namespace crmtrack;

namespace {

query::Search searched(const std::string& text) {
  const auto search = query::parse_search(text);
  REQUIRE_MESSAGE(search.has_value(), text, ": ", (search ? "" : search.error().message));
  return *search;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("search expressions become FTS5's") {
  struct Case {
    std::string text;
    std::string fts;
    Words marked;
  };
  const std::vector<Case> cases{
      {"Invoice", "\"invoice\"", {"invoice"}},
      {"invoice charged", "\"invoice\" AND \"charged\"", {"invoice", "charged"}},
      {"invoice and charged", "\"invoice\" AND \"charged\"", {"invoice", "charged"}},
      {"invoice AND charged", "\"invoice\" AND \"charged\"", {"invoice", "charged"}},
      {"invoice or bill", "\"invoice\" OR \"bill\"", {"invoice", "bill"}},
      {"a b or c", "(\"a\" AND \"b\") OR \"c\"", {"a", "b", "c"}},
      {"a or b c", "(\"b\" AND \"c\") OR \"a\"", {"a", "b", "c"}},
      {"(a or b) c", "(\"a\" OR \"b\") AND \"c\"", {"a", "b", "c"}},
      {"a not b", "\"a\" NOT \"b\"", {"a"}},
      {"not b a", "\"a\" NOT \"b\"", {"a"}},
      {"a and not b", "\"a\" NOT \"b\"", {"a"}},
      {"a not b not c d", "(\"a\" AND \"d\") NOT (\"b\" OR \"c\")", {"a", "d"}},
      {"a not (b c)", "\"a\" NOT (\"b\" AND \"c\")", {"a"}},
      {"a not not b", "\"a\" AND \"b\"", {"a", "b"}},
      {"a not b or c", "(\"a\" NOT \"b\") OR \"c\"", {"a", "c"}},
      {"charg*", "\"charg\" *", {"charg*"}},
      {"\"Charged Twice\"", "\"charged twice\"", {"charged", "twice"}},
      {"\"charged twi*\"", "\"charged twi\"", {"charged", "twi"}},
      {"over-charg*", "\"over charg\" *", {"over", "charg*"}},
      {"\"and\" \"or\" \"not\"", "\"and\" AND \"or\" AND \"not\"", {"and", "or", "not"}},
      {"((((a))))", "\"a\"", {"a"}},
      {"(a (b (c)))", "\"a\" AND \"b\" AND \"c\"", {"a", "b", "c"}},
      {"a a A", "\"a\" AND \"a\" AND \"a\"", {"a"}},
      {"STRASSE straße", "\"strasse\" AND \"strasse\"", {"strasse"}},
      {"日本", "\"日 本\"", {"日", "本"}},
      {"f(x)", "\"f\" AND \"x\"", {"f", "x"}},
      {"a\"b c\"d", "\"a\" AND \"b c\" AND \"d\"", {"a", "b", "c", "d"}},
      {"title:x -y col^2 NEAR",
       "\"title x\" AND \"y\" AND \"col 2\" AND \"near\"",
       {"title", "x", "y", "col", "2", "near"}},
  };
  for (const auto& each : cases) {
    const auto& text = each.text;
    const auto& fts = each.fts;
    const auto& marked = each.marked;
    CAPTURE(text);
    const auto search = searched(text);
    CHECK(search.fts == fts);
    CHECK(search.marked == marked);
  }
}

TEST_CASE("search faults say where and what to do") {
  struct Case {
    std::string text;
    int column;
    std::string says;
  };
  const std::vector<Case> cases{
      {"", 1, "no words to look for"},
      {"  ", 1, "no words to look for"},
      {"not a", 1, "add a word to look for beside it"},
      {"a or not b", 6, "add a word to look for beside it"},
      {"a (not b)", 4, "add a word to look for beside it"},
      {"a not", 6, "a word is missing at the end"},
      {"a and", 6, "a word is missing at the end"},
      {"a or", 5, "a word is missing at the end"},
      {"or a", 1, "a word is missing before 'or'; quote it"},
      {"AND a", 1, "a word is missing before 'AND'; quote it"},
      {"a and or b", 7, "a word is missing before 'or'"},
      {"a and and b", 7, "a word is missing before 'and'"},
      {"a not or b", 7, "a word is missing before 'or'"},
      {"()", 2, "a word is missing before ')'"},
      {"(a", 1, "the parenthesis that opens here is not closed"},
      {"a (b (c)", 3, "the parenthesis that opens here is not closed"},
      {"a)", 2, "this parenthesis closes nothing"},
      {")", 1, "a word is missing before ')'"},
      {"\"a", 1, "the quote that begins here has no end"},
      {"grün \"a", 6, "the quote that begins here has no end"},
      {"a & b", 3, "no word to look for in '&'"},
      {"\"\"", 1, "no word to look for"},
      {"*", 1, "no word to look for"},
      {"a \xff", 3, "not valid UTF-8"},
      {std::string(9000, 'a'), 1, "longer than"},
      {util::join(std::vector<std::string>(101, "a*"), " "), 301, "more than 100 words"},
      {std::string(65, '(') + "a" + std::string(65, ')'), 65, "nested more than 64 deep"},
  };
  for (const auto& each : cases) {
    const auto& text = each.text;
    const auto& column = each.column;
    const auto& says = each.says;
    CAPTURE(text.substr(0, 80));
    const auto search = query::parse_search(text);
    REQUIRE(!search.has_value());
    CHECK(search.error().column == column);
    CHECK_MESSAGE(search.error().message.find(says) != std::string::npos, search.error().message);
  }
}

TEST_CASE("parentheses nest as deep as they may, and FTS5's stack bounds what cannot be flattened") {
  CHECK(searched(std::string(64, '(') + "a" + std::string(64, ')')).fts == "\"a\"");
  std::string left = "a";
  std::string right = "a";
  for (int i = 0; i < 60; ++i) {
    left = i % 2 == 0 ? "b (" + left + ")" : "b or (" + left + ")";
    right = "b not (" + right + ")";
  }
  CHECK(query::parse_search(left).has_value());
  const auto refused = query::parse_search(right);
  REQUIRE(!refused.has_value());
  CHECK(refused.error().message == "it is nested too deeply");
}

TEST_CASE("any typed text is a search or a fault, and quotes and parentheses balance") {
  std::mt19937 random{7};
  const Words pieces{"a", "b*", "\"c d\"", "and", "or", "not", "(", ")", "\"", "*", "ß", "&", " ", "  ", "\\", "日"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto count = random() % 12; count > 0; --count)
      text += pieces[random() % pieces.size()] + (random() % 3 ? " " : "");
    const auto search = query::parse_search(text);
    if (!search) {
      CHECK(!search.error().message.empty());
      continue;
    }
    CAPTURE(text);
    int depth = 0;
    bool quoted = false;
    for (const char c : search->fts) {
      if (c == '"') quoted = !quoted;
      if (!quoted && c == '(') ++depth;
      if (!quoted && c == ')') REQUIRE(--depth >= 0);
    }
    CHECK(depth == 0);
    CHECK_FALSE(quoted);
    CHECK(!search->marked.empty());
  }
}
