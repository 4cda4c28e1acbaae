#include "exchange/encoding.hpp"

#include <array>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "util/error.hpp"
#include "util/text/case.hpp"

namespace crmtrack::exchange {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleMark = "\xFF\xFE";
constexpr std::string_view kBigMark = "\xFE\xFF";

enum class Encoding { utf8, utf16, utf16_little, utf16_big, windows_1252, latin_1 };

/// The characters of windows-1252 at 0x80 to 0x9F, where ISO 8859-1 has control characters. Five of these it keeps, as
/// the Encoding Standard has it and as programs write such files.
constexpr std::array<char32_t, 32> kWindowsHigh{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::optional<Encoding> find_encoding(std::string_view name) {
  std::string folded;
  for (const char c : util::to_lower_ascii(name))
    if (c != '-' && c != '_' && c != ' ') folded += c;
  if (folded == "utf8" || folded == "ascii" || folded == "usascii") return Encoding::utf8;
  if (folded == "utf16") return Encoding::utf16;
  if (folded == "utf16le") return Encoding::utf16_little;
  if (folded == "utf16be") return Encoding::utf16_big;
  if (folded == "windows1252" || folded == "cp1252") return Encoding::windows_1252;
  if (folded == "latin1" || folded == "iso88591") return Encoding::latin_1;
  return std::nullopt;
}

Encoding encoding_of(std::string_view bytes, std::string_view stated, std::string_view file) {
  if (stated.empty())
    return bytes.starts_with(kLittleMark) || bytes.starts_with(kBigMark) ? Encoding::utf16 : Encoding::utf8;
  if (const auto found = find_encoding(stated)) return *found;
  throw util::Error(util::ErrorKind::usage, fmt::format("cannot read '{}': unknown encoding '{}'", file, stated),
                    {"known are utf-8, utf-16, utf-16le, utf-16be, windows-1252, iso-8859-1"});
}

void append_utf8(std::string& text, char32_t c) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

/// How many bytes the valid UTF-8 sequence at `at` has; 0 where there is none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool in_range = !(first == 0xE0 && byte(1) < 0xA0) && !(first == 0xED && byte(1) > 0x9F);
    return in_range && follows(1) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool in_range = !(first == 0xF0 && byte(1) < 0x90) && !(first == 0xF4 && byte(1) > 0x8F);
    return in_range && follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

struct Place {
  int line = 1;
  int column = 1;
  void pass(char32_t c, char32_t next) {
    if (c == '\n' || (c == '\r' && next != '\n')) {
      ++line;
      column = 1;
    } else if (c != '\r') {
      ++column;
    }
  }
};

Place place_in_utf8(std::string_view text, std::size_t end) {
  Place place;
  for (std::size_t i = 0; i < end; ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c & 0xC0U) != 0x80U) place.pass(c, i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U);
  }
  return place;
}

[[noreturn]] void refuse(std::string_view file, Place place, const std::string& why, std::string hint) {
  throw util::Error(util::ErrorKind::refused,
                    fmt::format("cannot read '{}': line {}, column {}: {}", file, place.line, place.column, why),
                    {std::move(hint)});
}

void check_utf8(std::string_view text, std::string_view file, const std::function<void(std::size_t)>& passed) {
  constexpr std::size_t kStep = 8U << 20U;
  std::size_t at = 0;
  std::size_t told = 0;
  while (at < text.size()) {
    if (passed && at - told >= kStep) passed(told = at);
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = sequence_length(text, at);
    if (length == 0) {
      refuse(file, place_in_utf8(text, at),
             fmt::format("byte 0x{:02x} is not UTF-8", static_cast<unsigned char>(text[at])),
             "state the encoding of the file, for example --encoding windows-1252");
    }
    at += length;
  }
}

/// The code units of UTF-16, in either order.
class Utf16 {
 public:
  Utf16(std::string_view bytes, bool little) : bytes_(bytes), little_(little) {}
  [[nodiscard]] std::size_t size() const { return bytes_.size() / 2; }
  char32_t operator[](std::size_t i) const {
    if (i >= size()) return 0;
    const auto a = static_cast<unsigned char>(bytes_[2 * i]);
    const auto b = static_cast<unsigned char>(bytes_[2 * i + 1]);
    return little_ ? static_cast<char32_t>(a | (b << 8U)) : static_cast<char32_t>(b | (a << 8U));
  }

 private:
  std::string_view bytes_;
  bool little_;
};

bool is_high(char32_t c) { return c >= 0xD800 && c <= 0xDBFF; }
bool is_low(char32_t c) { return c >= 0xDC00 && c <= 0xDFFF; }

std::string from_utf16(std::string_view bytes, bool little, std::string_view file) {
  const Utf16 units(bytes, little);
  std::string text;
  text.reserve(units.size() + units.size() / 8);
  Place place;
  const std::string hint = "the file may be cut short, or --encoding states another than it has";
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t c = units[i];
    if (is_high(c) && is_low(units[i + 1]))
      c = 0x10000 + ((c - 0xD800) << 10U) + (units[++i] - 0xDC00);
    else if (is_high(c) || is_low(c))
      refuse(file, place, "half of a UTF-16 surrogate pair", hint);
    append_utf8(text, c);
    place.pass(c, units[i + 1]);
  }
  if (bytes.size() % 2 != 0) refuse(file, place, "half a UTF-16 unit at the end of the file", hint);
  return text;
}

std::string from_single_bytes(std::string_view bytes, bool windows) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(text, windows && byte >= 0x80 && byte < 0xA0 ? kWindowsHigh[byte - 0x80U] : byte);
  }
  return text;
}

std::string read_utf16(std::string_view bytes, Encoding encoding, std::string_view file) {
  const bool little_mark = bytes.starts_with(kLittleMark);
  const bool big_mark = bytes.starts_with(kBigMark);
  if (encoding == Encoding::utf16 && !little_mark && !big_mark) {
    throw util::Error(util::ErrorKind::refused, fmt::format("cannot read '{}': UTF-16 without a byte order mark", file),
                      {"state the byte order: --encoding utf-16le or utf-16be"});
  }
  const bool little = encoding == Encoding::utf16_little || (encoding == Encoding::utf16 && little_mark);
  const bool marked = little ? little_mark : big_mark;
  return from_utf16(marked ? bytes.substr(2) : bytes, little, file);
}

}  // namespace

Decoded to_utf8(std::string_view bytes, std::string_view stated, std::string_view file,
                const std::function<void(std::size_t)>& passed) {
  switch (const Encoding encoding = encoding_of(bytes, stated, file)) {
    case Encoding::utf16:
    case Encoding::utf16_little:
    case Encoding::utf16_big:
      return {read_utf16(bytes, encoding, file), {}};
    case Encoding::windows_1252:
    case Encoding::latin_1:
      return {from_single_bytes(bytes, encoding == Encoding::windows_1252), {}};
    case Encoding::utf8:
      break;
  }
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  check_utf8(bytes, file, passed);
  return {{}, bytes};
}

}  // namespace crmtrack::exchange
