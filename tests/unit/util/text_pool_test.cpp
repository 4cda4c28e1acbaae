#include "util/text/pool.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

TEST_CASE("a text pool keeps its texts where they are while it grows and moves") {
  crmtrack::util::TextPool pool;
  std::vector<std::string_view> texts;
  for (int i = 0; i < 10'000; ++i) texts.push_back(pool.add("text " + std::to_string(i)));
  const std::string_view word = pool.add_word("open");
  const crmtrack::util::TextPool moved = std::move(pool);
  for (int i = 0; i < 10'000; ++i) REQUIRE(texts[static_cast<std::size_t>(i)] == "text " + std::to_string(i));
  CHECK(word == "open");
}

TEST_CASE("a word that repeats is kept once, and an empty text takes nothing") {
  crmtrack::util::TextPool pool;
  CHECK(pool.add_word("open").data() == pool.add_word(std::string("open")).data());
  CHECK(pool.add("open").data() != pool.add("open").data());
  CHECK(pool.add("").empty());
  CHECK(pool.add_word("").empty());
}
