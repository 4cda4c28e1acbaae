#include "yaml/style.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "util/text/case.hpp"
#include "util/text/utf8.hpp"
#include "util/time.hpp"

namespace crmtrack::yaml {

namespace {

// The properties of a byte, as bits.
constexpr std::uint8_t kUnprintable = 1;  ///< a control, or part of a character beyond ASCII
constexpr std::uint8_t kFlow = 2;         ///< has a meaning inside `[…]`
constexpr std::uint8_t kColonOrHash = 4;
constexpr std::uint8_t kNumeric = 8;  ///< numbers, clock times and dates are made of it, in any notation of YAML 1.1
constexpr std::uint8_t kLetter = 16;
constexpr std::uint8_t kDigit = 32;
constexpr std::uint8_t kSafeStart = 64;  ///< besides letters and digits

constexpr void mark(std::array<std::uint8_t, 256>& classes, std::string_view bytes, std::uint8_t bit) {
  for (const char c : bytes) classes[static_cast<unsigned char>(c)] |= bit;
}

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    classes[c] = c < 0x20 || c >= 0x7f ? kUnprintable : 0;
    classes[c] |= c >= 0x80 ? kSafeStart : 0;
  }
  mark(classes, ",[]{}?", kFlow);
  mark(classes, ":#", kColonOrHash);
  mark(classes, "0123456789abcdefABCDEFxXoOtTzZ_.,:+- ", kNumeric);
  mark(classes, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", kLetter);
  mark(classes, "0123456789", kDigit);
  mark(classes, "$()/;\\^_", kSafeStart);
  return classes;
}

constexpr std::array<std::uint8_t, 256> kClasses = make_classes();

bool is(char c, unsigned classes) { return (kClasses[static_cast<unsigned char>(c)] & classes) != 0; }

// Eight bytes at a time: each test sets the high bit of a byte that meets it, and may set it wrongly only above a byte
// that does; so the lowest set bit, the only one looked at, is right.
using Word = std::uint64_t;
constexpr Word kOnes = 0x0101010101010101U;
constexpr Word kHighs = 0x8080808080808080U;

constexpr Word zero_bytes(Word word) { return (word - kOnes) & ~word & kHighs; }
constexpr Word equal_bytes(Word word, char c) { return zero_bytes(word ^ (kOnes * static_cast<unsigned char>(c))); }
constexpr Word unprintable_bytes(Word word) {
  const Word below_blank = (word - kOnes * 0x20U) & ~word & kHighs;
  return below_blank | (word & kHighs) | equal_bytes(word, 0x7f);
}

/// The first byte from `at` on that is of one of `classes`, for which `marks` is the test of eight; the size where
/// there is none.
template <typename Marks>
std::size_t find_first(std::string_view text, std::size_t at, unsigned classes, Marks marks) {
  if constexpr (std::endian::native == std::endian::little) {
    for (; at + sizeof(Word) <= text.size(); at += sizeof(Word)) {
      Word word = 0;
      std::memcpy(&word, text.data() + at, sizeof word);
      if (const Word found = marks(word); found != 0) return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
    }
  }
  while (at < text.size() && !is(text[at], classes)) ++at;
  return at;
}

/// The bytes of the character beyond ASCII at `text`'s start; 0 where it may not stand unescaped.
std::size_t wide_character(std::string_view text) {
  if (static_cast<unsigned char>(text.front()) < 0x80) return 0;
  const util::CodePoint point = util::first_code_point(text);
  return point.value < 0 || needs_escape(point.value) ? 0 : point.bytes;
}

/// `: `, ` #`, and a colon at the end.
bool ends_plain(std::string_view text, std::size_t at, Place place) {
  if (text[at] == '#') return at > 0 && text[at - 1] == ' ';
  if (text[at] != ':') return false;
  const char next = at + 1 < text.size() ? text[at + 1] : '\n';
  return next == ' ' || next == '\n' || (place == Place::flow && is(next, kFlow));
}

std::size_t find_special(std::string_view text, std::size_t at, Place place) {
  if (place == Place::block) {
    return find_first(
        text, at, kUnprintable | kColonOrHash,
        [](Word w) { return unprintable_bytes(w) | equal_bytes(w, ':') | equal_bytes(w, '#'); });
  }
  while (at < text.size() && !is(text[at], kUnprintable | kColonOrHash | kFlow))  // too many for eight at a time
    ++at;
  return at;
}

/// Booleans and nulls of YAML 1.1, in any case.
bool is_reserved_word(std::string_view text) {
  constexpr std::string_view kInitials = "ynotfYNOTF";
  if (text.size() > 5 || kInitials.find(text.front()) == std::string_view::npos) return false;
  static constexpr std::array<std::string_view, 9> kWords{"y", "n", "yes", "no", "on", "off", "true", "false", "null"};
  return std::find(kWords.begin(), kWords.end(), util::to_lower_ascii(text)) != kWords.end();
}

/// After a digit.
bool looks_like_number(std::string_view text) {
  return std::all_of(
      text.begin(), text.end(), [](char c) { return is(c, kNumeric); });
}

bool is_time(std::string_view text) {
  constexpr std::size_t kShortest = 20;  // 2026-11-21T08:12:00Z
  return text.size() >= kShortest && text[10] == 'T' && text.back() != 'z' && util::parse_rfc3339(text).has_value();
}

}  // namespace

bool needs_escape(std::int32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0) ||
         (code_point >= 0x2028 && code_point <= 0x202e) || (code_point >= 0x2066 && code_point <= 0x2069) ||
         code_point == 0xfeff || code_point == 0xfffe || code_point == 0xffff;
}

std::size_t plain_prefix(std::string_view text, Place place) {
  std::size_t at = 0;
  while (true) {
    at = find_special(text, at, place);
    if (at == text.size()) return at;
    if (text[at] == ':' || text[at] == '#') {
      if (ends_plain(text, at, place)) return at;
      ++at;
    } else {
      const std::size_t bytes = wide_character(text.substr(at));
      if (bytes == 0) return at;
      at += bytes;
    }
  }
}

bool is_plain_text(std::string_view prefix) {
  if (prefix.empty() || prefix.back() == ' ' || prefix.back() == ':') return false;
  const char first = prefix.front();
  if (is(first, kLetter)) return !is_reserved_word(prefix);
  if (is(first, kDigit)) return !looks_like_number(prefix) || is_time(prefix);
  return is(first, kSafeStart);
}

bool fits_plain(std::string_view text, Place place) {
  return is_plain_text(text) && plain_prefix(text, place) == text.size();
}

std::size_t literal_prefix(std::string_view text) {
  std::size_t at = 0;
  while (true) {
    at = find_first(text, at, kUnprintable, [](Word word) { return unprintable_bytes(word); });
    if (at == text.size()) return at;
    const std::size_t bytes = wide_character(text.substr(at));
    if (bytes == 0) return at;
    at += bytes;
  }
}

bool fits_literal(std::string_view text) {
  if (text.size() < 2 || text.front() == ' ' || text.front() == '\n' || !text.ends_with('\n') ||
      text[text.size() - 2] == '\n')
    return false;
  while (!text.empty()) {
    const std::size_t line = literal_prefix(text);
    if (text[line] != '\n')  // there is one: the text ends in it
      return false;
    text.remove_prefix(line + 1);
  }
  return true;
}

}  // namespace crmtrack::yaml
