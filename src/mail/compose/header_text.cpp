#include "mail/compose/header_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "exchange/base64.hpp"
#include "util/text/ascii.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kFoldColumn = 76;
constexpr std::size_t kLongestPlainWord = 60;
/// An encoded word has 75 characters at most, and 12 of them frame it.
constexpr std::size_t kEncodedRoom = 63;
constexpr std::string_view kReplacement = "\xef\xbf\xbd";

/// Whether readers could take a part of the text for an encoded word.
bool looks_encoded(std::string_view text) { return text.find("=?") != std::string_view::npos; }

/// The characters of one code point in the Q encoding, in the narrow form that is allowed in names too.
std::string quoted_of(std::string_view bytes) {
  std::string quoted;
  for (const char c : bytes)
    if (util::is_alphanumeric(c) || std::string_view("!*+-/").find(c) != std::string_view::npos)
      quoted += c;
    else if (c == ' ')
      quoted += '_';
    else
      quoted += fmt::format("={:02X}", static_cast<unsigned char>(c));
  return quoted;
}

std::string based_of(std::string_view bytes) { return exchange::to_base64(bytes); }

/// Encoded words of one encoding; each is cut between two code points.
std::vector<std::string> encode_as(const std::string& text, char mark, std::string (*encode)(std::string_view)) {
  std::vector<std::string> words;
  std::string_view rest = text;
  while (!rest.empty()) {
    std::size_t taken = 0;
    while (taken < rest.size()) {
      const std::size_t next = taken + util::first_code_point(rest.substr(taken)).bytes;
      if (encode(rest.substr(0, next)).size() > kEncodedRoom) break;
      taken = next;
    }
    words.push_back(fmt::format("=?UTF-8?{}?{}?=", mark, encode(rest.substr(0, taken))));
    rest.remove_prefix(taken);
  }
  return words;
}

std::vector<std::string> encode_words(const std::string& text) {
  std::vector<std::string> quoted = encode_as(text, 'Q', quoted_of);
  std::vector<std::string> based = encode_as(text, 'B', based_of);
  return quoted.size() <= based.size() ? quoted : based;
}

bool is_plain_word(const std::string& word) { return word.size() <= kLongestPlainWord; }

}  // namespace

std::string clean_header_text(std::string_view text, std::size_t limit) {
  std::string clean;
  bool owes_blank = false;
  std::size_t count = 0;
  for (util::CodePoint point; !text.empty() && count < limit; text.remove_prefix(point.bytes)) {
    point = util::first_code_point(text);
    if (point.value == ' ' || (point.value >= 0 && util::is_treacherous(point.value))) {
      owes_blank = !clean.empty();
      continue;
    }
    if (owes_blank) clean += ' ';
    owes_blank = false;
    clean += point.value < 0 ? kReplacement : text.substr(0, point.bytes);
    ++count;
  }
  return clean;
}

std::vector<std::string> words_of_text(const std::string& text) {
  if (text.empty()) return {};
  std::vector<std::string> words = util::split(text, ' ');
  if (util::is_ascii(text) && !looks_encoded(text) && std::ranges::all_of(words, is_plain_word)) return words;
  return encode_words(text);
}

std::vector<std::string> words_of_name(const std::string& name) {
  if (name.empty()) return {};
  if (!util::is_ascii(name) || looks_encoded(name) || name.size() > kLongestPlainWord) return encode_words(name);
  const auto is_plain = [](char c) { return util::is_alphanumeric(c) || c == ' ' || c == '-' || c == '\''; };
  if (std::ranges::all_of(name, is_plain)) return util::split(name, ' ');
  std::string quoted;
  for (const char c : name) quoted.append(c == '"' || c == '\\' ? "\\" : "").push_back(c);
  return {fmt::format("\"{}\"", quoted)};
}

std::string fold_header(std::string_view name, const std::vector<std::string>& words) {
  std::string header = fmt::format("{}:", name);
  std::size_t column = header.size();
  bool has_word = false;
  for (const std::string& word : words) {
    const bool folds = has_word && column + 1 + word.size() > kFoldColumn;
    header.append(folds ? "\n " : " ").append(word);
    column = (folds ? 0 : column) + 1 + word.size();
    has_word = true;
  }
  return header + "\n";
}

std::string header_date(std::int64_t utc_seconds, int offset) {
  static constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::sys_seconds local{std::chrono::seconds{utc_seconds} + std::chrono::minutes{offset}};
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{local - day};
  return fmt::format("{}, {} {} {:04} {:02}:{:02}:{:02} {}{:02}{:02}", kDays[std::chrono::weekday{day}.c_encoding()],
                     unsigned{date.day()}, kMonths[unsigned{date.month()} - 1], int{date.year()}, time.hours().count(),
                     time.minutes().count(), time.seconds().count(), offset < 0 ? '-' : '+', std::abs(offset) / 60,
                     std::abs(offset) % 60);
}

}  // namespace crmtrack::mail
