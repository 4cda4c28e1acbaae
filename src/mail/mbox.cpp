#include "mail/mbox.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::string_view kFrom = "From ";

/// The line at `at` without its end.
std::string_view line_at(std::string_view text, std::size_t at) {
  std::string_view line = text.substr(at, std::min(text.find('\n', at), text.size()) - at);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

bool is_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return std::find(kMonths.begin(), kMonths.end(), word) != kMonths.end();
}

/// `9:12` or `09:12:00`.
bool is_time_of_day(std::string_view word) {
  return word.size() >= 4 && word.find(':') != std::string_view::npos &&
         word.find_first_not_of("0123456789:") == std::string_view::npos;
}

/// Where the header of the message that begins at `at` ends: the place of its body.
std::size_t body_of(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const bool is_empty = line_at(text, at).empty();
    at = next_line(text, at);
    if (is_empty) break;
  }
  return at;
}

/// The number in the header's Content-Length; nullopt where it has none.
std::optional<std::size_t> stated_length(std::string_view header) {
  constexpr std::string_view kName = "content-length:";
  for (std::size_t at = 0; at < header.size(); at = next_line(header, at)) {
    const std::string_view line = line_at(header, at);
    if (line.size() <= kName.size() || util::to_lower_ascii(line.substr(0, kName.size())) != kName) continue;
    const std::string_view digits = util::trim(line.substr(kName.size()));
    std::size_t length = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (failed == std::errc() && end == digits.data() + digits.size()) return length;
  }
  return std::nullopt;
}

/// The end of a body of the stated length, where the end of the file or a dated `From ` line follows it, with at most
/// two empty lines between them.
std::optional<std::size_t> end_by_length(std::string_view text, std::size_t body, std::size_t length) {
  if (length > text.size() - body) return std::nullopt;
  std::size_t at = body + length;
  for (int empty = 0; empty < 3 && at < text.size() && line_at(text, at).empty(); ++empty) at = next_line(text, at);
  if (at < text.size() && !is_from_line(line_at(text, at))) return std::nullopt;
  return body + length;
}

/// The place of the next dated `From ` line behind an empty line, or the end.
std::size_t end_by_line(std::string_view text, std::size_t body) {
  bool after_empty = true;  // the empty line before the body
  for (std::size_t at = body; at < text.size(); at = next_line(text, at)) {
    const std::string_view line = line_at(text, at);
    if (after_empty && is_from_line(line)) return at;
    after_empty = line.empty();
  }
  return text.size();
}

/// Takes one `>` from lines such as `>From ` and `>>From `.
std::string unquoted(std::string_view body) {
  std::string text;
  text.reserve(body.size());
  for (std::size_t at = 0; at < body.size(); at = next_line(body, at)) {
    std::string_view line = body.substr(at, next_line(body, at) - at);
    const std::size_t marks = std::min(line.find_first_not_of('>'), line.size());
    if (marks > 0 && line.substr(marks).starts_with(kFrom)) line.remove_prefix(1);
    text.append(line);
  }
  return text;
}

/// Without the empty line that separates the message from the next.
std::string_view without_separator(std::string_view body) {
  if (body.ends_with("\n\n")) body.remove_suffix(1);
  if (body.ends_with("\n\r\n")) body.remove_suffix(2);
  return body;
}

}  // namespace

bool is_from_line(std::string_view line) {
  if (!line.starts_with(kFrom)) return false;
  // The sender may be missing, or have blanks; the date may have a zone before or behind its year.
  std::vector<std::string> words;
  for (const std::string& word : util::split(line.substr(kFrom.size(), 400), ' '))
    if (!word.empty()) words.push_back(word);
  for (std::size_t i = 0; i + 3 < words.size(); ++i) {
    const bool day_first = is_month(words[i + 1]);
    if ((!is_month(words[i]) && !day_first) || !is_time_of_day(words[i + 2])) continue;
    const std::string& day = day_first ? words[i] : words[i + 1];
    if (day.size() <= 2 && day.find_first_not_of("0123456789") == std::string::npos) return true;
  }
  return false;
}

std::optional<std::string> MboxReader::next() {
  while (position_ < bytes_.size() && line_at(bytes_, position_).empty()) position_ = next_line(bytes_, position_);
  if (position_ >= bytes_.size()) return std::nullopt;
  from_line_ = {};
  if (line_at(bytes_, position_).starts_with(kFrom)) {
    from_line_ = line_at(bytes_, position_);
    position_ = next_line(bytes_, position_);
  }
  const std::size_t begin = position_;
  const std::size_t body = body_of(bytes_, begin);
  const std::string_view header = bytes_.substr(begin, body - begin);
  if (const auto length = stated_length(header)) {
    if (const auto end = end_by_length(bytes_, body, *length)) {
      position_ = *end;
      return std::string(bytes_.substr(begin, *end - begin));
    }
  }
  position_ = end_by_line(bytes_, body);
  return std::string(header) + unquoted(without_separator(bytes_.substr(body, position_ - body)));
}

Unwrapped without_from_line(std::string_view bytes) {
  if (!bytes.starts_with(kFrom)) return {{}, bytes};
  return {line_at(bytes, 0), bytes.substr(next_line(bytes, 0))};
}

}  // namespace crmtrack::mail
