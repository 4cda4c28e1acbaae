#include "index/build/search_text.hpp"

#include <doctest/doctest.h>

#include <random>

#include "util/text/parts.hpp"
#include "util/text/words.hpp"

namespace crmtrack::index::test {

TEST_CASE("the words of a text are those that search looks for, whatever stands beside them") {
  static constexpr const char* kPieces[] = {
      "Late", " ",      "\n",     "GESPERRT", "Straße",   "e\u0301", "\u0338", "<",      "=", "\u0308",  "東京",
      "ｶﾞ",   "\u3099", "か",     "\xff",     "\xe6\x9d", "\u200b",  "ﬁ",      "4711",   "-", "\t",      "\u00a0",
      "İ",    "\r\n",   "\u1100", "\u1161",   "Ω",        "x",       "'",      "\u0345", "ό", "\xf0\x9f"};
  std::mt19937 random(5);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (unsigned pieces = random() % 12; pieces > 0; --pieces) text += kPieces[random() % std::size(kPieces)];
    CAPTURE(text);
    REQUIRE(joined_words(text) == util::join(util::words_of(text), " "));
  }
}

}  // namespace crmtrack::index::test
