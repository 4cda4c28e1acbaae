#include <doctest/doctest.h>

#include "util/text/case.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "util/text/plain.hpp"
#include "util/text/safe.hpp"
#include "util/text/slug.hpp"
#include "util/text/utf8.hpp"
#include "util/text/width.hpp"
#include "util/text/words.hpp"

using namespace crmtrack::util;
using Strings = std::vector<std::string>;

TEST_CASE("valid UTF-8 is what Unicode says it is") {
  CHECK(is_valid_utf8(""));
  CHECK(is_valid_utf8("plain ascii of some length"));
  CHECK(is_valid_utf8("é日😀"));
  for (const char* text :
       {"\xff", "\x80", "a\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "12345678\xff"})
    CHECK_FALSE(is_valid_utf8(text));
}

TEST_CASE("case and accents make no difference") {
  CHECK(fold_plain("MÜLLER") == "muller");
  CHECK(fold_plain("Mu\u0308ller") == "muller");
  CHECK(fold_plain("Łódź, Ørsted, œuvre, STRASSE, Straße") == "lodz, orsted, oeuvre, strasse, strasse");
  CHECK(fold_plain("Ёлка Άλφα ﬁx") == "елка αλφα fix");
  CHECK(fold_plain("İstanbul ısı") == "istanbul isi");
  CHECK(fold_plain("한국어 が が हिन्दी") == "한국어 が が हिन्दी");  // marks that are letters stay
  CHECK(fold_plain("\xff"
                   "ABC") ==
        "\xff"
        "abc");
  for (const char* text : {"MÜLLER", "İ", "ǅ", "ﬃ", "한", "ẞ", "ΌΣΟΣ", "é日"})
    CHECK(fold_plain(fold_plain(text)) == fold_plain(text));
}

TEST_CASE("width in columns") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("é") == 1);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("👨‍👩‍👧") == 2);
  CHECK(display_width("👍🏽") == 2);
  CHECK(display_width("🇩🇪") == 2);
  CHECK(display_width("❤️") == 2);
  CHECK(display_width("한국") == 4);
  CHECK(display_width("a\u200bb") == 2);
  CHECK(display_width("\xff") == 1);
  CHECK(display_width("कि") == 2);  // a spacing vowel sign has a column of its own
  CHECK(display_width("நி") == 2);
  CHECK(display_width("ที่นี่") == 2);
  CHECK(display_width("\u1112\u1161\u11ab") == 2);
  CHECK(display_width("\u1161") == 0);
  CHECK(display_width("a\ufe0f") == 1);
  CHECK(display_width("1\ufe0f\u20e3") == 2);
  CHECK(display_width("1\u20e3") == 1);
  CHECK(display_width("\u06001") == 2);
}

TEST_CASE("cutting never splits a character") {
  CHECK(crmtrack::util::truncate("Invoice", 7) == "Invoice");
  CHECK(crmtrack::util::truncate("Invoice 4711", 7) == "Invoic…");
  CHECK(crmtrack::util::truncate("日本語", 5) == "日本…");
  CHECK(crmtrack::util::truncate("日本語", 4) == "日…");
  CHECK(crmtrack::util::truncate("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
  CHECK(crmtrack::util::truncate("👨‍👩‍👧👨‍👩‍👧", 3) == "👨‍👩‍👧…");
  CHECK(crmtrack::util::truncate("abc", 1) == "…");
  CHECK(crmtrack::util::truncate("abc", 0).empty());
  CHECK(crmtrack::util::truncate("", 0).empty());
}

TEST_CASE("padding counts columns") {
  CHECK(pad_right("é", 3) == "é  ");
  CHECK(pad_left("日", 4) == "  日");
  CHECK(pad_right("long", 2) == "long");
  CHECK(pad_left("long", 2) == "long");
}

TEST_CASE("wrapping breaks at blanks, and words only where they are too long") {
  CHECK(wrap("the quick brown fox", 10) == Strings{"the quick", "brown fox"});
  CHECK(wrap("the quick brown fox", 9) == Strings{"the quick", "brown fox"});
  CHECK(wrap("abcdefgh", 3) == Strings{"abc", "def", "gh"});
  CHECK(wrap("a\n\nb\n", 10) == Strings{"a", "", "b"});
  CHECK(wrap("", 10) == Strings{""});
  CHECK(wrap("日本語", 4) == Strings{"日本", "語"});
  CHECK(wrap("日本", 1) == Strings{"日", "本"});
  CHECK(wrap("ab", 0) == Strings{"a", "b"});
  CHECK(wrap("a    b", 3) == Strings{"a", "b"});
  CHECK(wrap("word      ", 4) == Strings{"word"});
  CHECK(wrap("  indented text", 10) == Strings{"  indented", "text"});
  for (std::size_t width = 1; width < 30; ++width) {
    for (const std::string& line :
         wrap("A complaint from München: 日本語 and 👨‍👩‍👧 twice, unbelievablylongword", width)) {
      CHECK(display_width(line) <= std::max<std::size_t>(width, 2));
      CHECK(is_valid_utf8(line));
    }
  }
}

TEST_CASE("nothing that moves the cursor or turns the text around reaches a terminal") {
  CHECK(visible_line("plain") == "plain");
  CHECK(visible_line("a\x1b[31m\nb\tc\r\x7f") == "a\\x1b[31m\\nb\\tc\\r\\x7f");
  CHECK(visible_line("\u009b31m") == "\\u009b31m");
  CHECK(visible_line("\u202e\u2066\u200f\u2028\ufeff") == "\\u202e\\u2066\\u200f\\u2028\\ufeff");
  CHECK(visible_line("\u206a\ufff9\ufffe\ufdd0") == "\\u206a\\ufff9\\ufffe\\ufdd0");
  CHECK(visible_line("\U000e0041\U0001ffff") == "\\U000e0041\\U0001ffff");
  CHECK(visible_line("a\xff\xc3") == "a\\xff\\xc3");
  CHECK(visible_line("é日👨‍👩‍👧") == "é日👨‍👩‍👧");
  CHECK(visible_line(std::string("\0", 1)) == "\\x00");
  CHECK(visible_block("a\tb\nc\r\x1b") == "a\tb\nc\\r\\x1b");
}

TEST_CASE("case folding") {
  CHECK(fold_case("e\u0301") == "é");
  CHECK(fold_case("\xff") == "\xff");
  CHECK(fold_case("ÄRGER") == "ärger");
  CHECK(fold_case("Straße") == "strasse");
  CHECK(fold_case("ΣΊΣΥΦΟΣ") == fold_case("σίσυφος"));
  CHECK(fold_case("ﬁle") == "file");
  CHECK(fold_case("A\xff") == "a\xff");
}

TEST_CASE("words for search") {
  CHECK(words_of("Charged TWICE, on 3/4 Nov!") == Strings{"charged", "twice", "on", "3", "4", "nov"});
  CHECK(words_of("don't e-mail") == Strings{"don", "t", "e", "mail"});
  CHECK(words_of("Ärger-Straße") == Strings{"arger", "strasse"});
  CHECK(words_of("A\u0308rger") == Strings{"arger"});
  CHECK(words_of("日本go語カナ") == Strings{"日", "本", "go", "語", "カ", "ナ"});
  CHECK(words_of("हिन्दी") == Strings{"हिन्दी"});
  CHECK(words_of("café😀bar") == Strings{"cafe", "bar"});
  CHECK(words_of("Ab\xff"
                 "Cd") == Strings{"ab", "cd"});
  CHECK(words_of("").empty());
  CHECK(words_of(" \n-").empty());
}

TEST_CASE("trim, split, join, lower") {
  CHECK(trim(" \t a b \r\n") == "a b");
  CHECK(trim(" ").empty());
  CHECK(split("a,b,,c", ',') == Strings{"a", "b", "", "c"});
  CHECK(split("", ',') == Strings{""});
  CHECK(split("a,", ',') == Strings{"a", ""});
  CHECK(join({"a", "b", "c"}, ", ") == "a, b, c");
  CHECK(join({}, ", ").empty());
  CHECK(to_lower_ascii("AbÄ") == "abÄ");
}

TEST_CASE("slugs") {
  for (const char* text : {"acme", "a1", "0-x", "a-", "x--y"}) CHECK(is_slug(text));
  for (const std::string& text : Strings{"", "a", "-a", "A1", "a_b", "a b", "ä1", std::string(64, 'a')})
    CHECK_FALSE(is_slug(text));
  CHECK(is_slug(std::string(63, 'a')));
  CHECK(to_slug("Credit card or prepaid card") == "credit-card-or-prepaid-card");
  CHECK(to_slug("  Incorrect information on your report! ") == "incorrect-information-on-your-report");
  CHECK(to_slug("Çrème brûlée & Straße") == "creme-brulee-strasse");
  CHECK(to_slug("日本").starts_with("x-"));
  CHECK(to_slug("日本").size() == 10);
  CHECK(to_slug("日本") != to_slug("語"));
  CHECK(is_slug(to_slug("")));
  CHECK(is_slug(to_slug("A")));
  CHECK(is_slug(to_slug("\xff\xfe")));
  CHECK(to_slug(std::string(100, 'a')) == std::string(63, 'a'));
  CHECK(to_slug(std::string(62, 'a') + " bc") == std::string(62, 'a'));
}

TEST_CASE("the nearest words first, and none that are far") {
  const Strings words{"billing", "delivery", "biling", "bill", "Billing-late"};
  CHECK(nearest("biling", words) == Strings{"biling", "billing"});
  CHECK(nearest("bililng", words) == Strings{"billing", "biling"});
  CHECK(nearest("DELIVREY", words) == Strings{"delivery"});
  CHECK(nearest("xyz", words).empty());
  CHECK(nearest("", words).empty());
  CHECK(nearest("biling", words, 1) == Strings{"biling"});
}
