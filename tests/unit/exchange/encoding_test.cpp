#include <doctest/doctest.h>

#include "exchange/encoding.hpp"
#include "util/error.hpp"

using crmtrack::exchange::to_utf8;
using crmtrack::util::Error;

namespace {

std::string utf16(std::u16string_view text, bool little, bool mark = true) {
  std::string bytes;
  const auto put = [&](char16_t unit) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += little ? low : high;
    bytes += little ? high : low;
  };
  if (mark) put(0xFEFF);
  for (const char16_t unit : text) put(unit);
  return bytes;
}

std::string message_of(std::string_view bytes, std::string_view encoding = {}) {
  try {
    (void)to_utf8(bytes, encoding, "x.csv");
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("UTF-8 is taken as it is, without its mark") {
  CHECK(to_utf8("aé☃𝄞").text() == "aé☃𝄞");
  CHECK(to_utf8("\xEF\xBB\xBF"
                "a")
            .text() == "a");
  CHECK(to_utf8("").text().empty());
  CHECK(to_utf8("a", "UTF-8").text() == "a");
}

TEST_CASE("UTF-16 by its mark or as stated") {
  const std::u16string text = u"aé☃𝄞\r\n";
  for (const bool little : {true, false}) {
    CHECK(to_utf8(utf16(text, little)).text() == "aé☃𝄞\r\n");
    CHECK(to_utf8(utf16(text, little, false), little ? "utf-16le" : "UTF_16BE").text() == "aé☃𝄞\r\n");
  }
  CHECK(to_utf8("\xFF\xFE").text().empty());
  CHECK(message_of("a\0", "utf-16") == "cannot read 'x.csv': UTF-16 without a byte order mark");
  CHECK(message_of("\xFF\xFE\x61") ==
        "cannot read 'x.csv': line 1, column 1: half a UTF-16 unit at the end of the file");
  CHECK(message_of(std::string_view("\xFE\xFF\x00\x61\xD8\x34", 6)) ==
        "cannot read 'x.csv': line 1, column 2: half of a UTF-16 surrogate pair");
}

TEST_CASE("windows-1252 and latin-1 only when stated") {
  CHECK(to_utf8("\x80 d\xE9j\xE0", "windows-1252").text() == "€ déjà");
  CHECK(to_utf8("d\xE9j\xE0", "latin-1").text() == "déjà");
  CHECK(to_utf8("a\x81\x9D", "cp1252").text() == "a\u0081\u009D");
  CHECK(message_of("a\r\nd\xE9j\xE0") == "cannot read 'x.csv': line 2, column 2: byte 0xe9 is not UTF-8");
  try {
    (void)to_utf8("\xE9");
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.hints().front().find("--encoding windows-1252") != std::string::npos);
  }
}

TEST_CASE("ill-formed UTF-8 is refused: overlong, surrogates, beyond Unicode, cut short") {
  for (const std::string_view bytes : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5",
                                       "\xE2\x98", "\xF0\x9D\x84", "\x80", "\xFE"})
    CHECK(message_of(bytes).find("is not UTF-8") != std::string::npos);
}

TEST_CASE("an unknown encoding is a usage error") {
  CHECK(message_of("a", "ebcdic") == "cannot read 'x.csv': unknown encoding 'ebcdic'");
}
