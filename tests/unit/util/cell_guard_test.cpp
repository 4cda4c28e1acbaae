#include "util/text/cell_guard.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

using crmtrack::util::guard_cell;
using crmtrack::util::unguard_cell;

TEST_CASE("Cells that a spreadsheet would run, or a terminal obey") {
  struct Case {
    std::string text, cell;
  };
  const Case cases[] = {
      {"", ""},
      {"plain, \"quoted\"\nsecond\tline", "plain, \"quoted\"\nsecond\tline"},
      {"=1+2", "'=1+2"},
      {"-12.50", "'-12.50"},
      {"+49 170", "'+49 170"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\tx", "'\tx"},
      {"'t is", "''t is"},
      {"\rx", "\\x0dx"},
      {"a\x1b[31m", "a\\x1b[31m"},
      {"C:\\temp", "C:\\temp"},
      {"C:\\x86\\bin", "C:\\\\x86\\\\bin"},
      {"\\\x1b", "\\\\\\x1b"},
      {"in\xe2\x80\xaevert", "in\\xe2\\x80\\xaevert"},
      {"\xff", "\\xff"},
      {"=\x07", "'=\\x07"},
      {"Größe 日本", "Größe 日本"},
  };
  for (const auto& [text, cell] : cases) {
    CHECK(guard_cell(text) == cell);
    CHECK(unguard_cell(cell) == text);
  }
}

TEST_CASE("Cells of other programs stay as they are") {
  for (const char* cell : {"'70s music", "C:\\x86\\bin", "\\x41", "\\x1", "it's", "\\xAB", "a\\\\b"})
    CHECK(unguard_cell(cell) == cell);
}

TEST_CASE("Any text comes back from its cell") {
  const std::string_view alphabet("='+-@\t\r\n\\\\\\xx0123ab1bU \"\xc3\xa4\xe2\x80\xae\xff\x00\x1b\x7f", 36);
  std::mt19937 random(11);
  for (int round = 0; round < 200'000; ++round) {
    std::string text(random() % 12, ' ');
    for (char& c : text) c = random() % 8 == 0 ? static_cast<char>(random()) : alphabet[random() % alphabet.size()];
    const std::string cell = guard_cell(text);
    REQUIRE(unguard_cell(cell) == text);
    REQUIRE((cell.empty() || std::string_view("=+-@\t\r").find(cell.front()) == std::string_view::npos));
  }
}
