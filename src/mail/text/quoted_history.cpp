#include "mail/text/quoted_history.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "mail/text/signature.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::mail {

namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t kMostIntroductionLines = 4;
constexpr std::size_t kMostSpreadLines = 8;  // of an introduction that has empty lines in it
constexpr std::size_t kLongestIntroduction = 400;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_blank(std::string_view line) { return util::trim(line).empty(); }
bool is_quoted(std::string_view line) { return util::trim(line).starts_with('>'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a text names a time of the day: `9:12`.
bool names_time(std::string_view text) {
  for (std::size_t i = 1; i + 2 < text.size(); ++i)
    if (text[i] == ':' && is_digit(text[i - 1]) && is_digit(text[i + 1]) && is_digit(text[i + 2])) return true;
  return false;
}

/// `2026-11-21 9:12 GMT+01:00 Ada <ada@example.com>:`, as one program writes it in place of a sentence, with the
/// address or without.
bool is_dated_sender(std::string_view folded) {
  if (folded.ends_with(':')) folded.remove_suffix(1);
  constexpr std::size_t kYearAndDash = 5;
  const bool is_dated = folded.size() > kYearAndDash && std::all_of(folded.begin(), folded.begin() + 4, is_digit) &&
                        (folded[4] == '-' || folded[4] == '/');
  if (!is_dated) return false;
  const bool has_address = folded.ends_with('>') && folded.find('@') != std::string::npos;
  const bool has_zone =
      names_time(folded) && (folded.find(" gmt+") != std::string::npos || folded.find(" gmt-") != std::string::npos);
  return has_address || has_zone;
}

/// Whether an introduction names its mail as only a program does: the year and an address, the year and the time, or an
/// address in brackets. Then what follows is a mail, even where nothing marks its lines.
bool is_of_program(std::string_view text) {
  bool has_year = false;
  for (std::size_t i = 0; i + 4 <= text.size(); ++i)
    has_year = has_year || (text.substr(i).starts_with("20") && is_digit(text[i + 2]) && is_digit(text[i + 3]));
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) return has_year && names_time(text);
  return has_year || (text.rfind('<', at) != std::string_view::npos && text.find('>', at) != std::string_view::npos);
}

/// Whether a line may be the first of an introduction that goes on in the next line.
bool begins_introduction(std::string_view line) {
  constexpr std::array<std::string_view, 14> kWords{"on ",  "le ", "am ",    "el ",   "il ", "op ",       "em ",
                                                    "den ", "på ", "w dniu", "dnia ", "a ",  "il giorno", "dne "};
  const std::string folded = util::to_lower_ascii(util::trim(line));
  return !folded.empty() &&
         (is_digit(folded.front()) || folded.front() == '"' || folded.find('@') != std::string::npos ||
          std::ranges::any_of(kWords, [&](std::string_view word) { return folded.starts_with(word); }));
}

/// `On Mon, 21 Nov 2026, Ada wrote:` and its like: a line or a few that end in a colon and say `wrote`.
bool is_introduction(std::string_view text) {
  constexpr std::array<std::string_view, 18> kWrote{
      "wrote",   "schrieb", "a écrit",   "escribió", "ha scritto", "schreef", "skrev",  "escreveu", "napisał",
      "написал", "writes",  "kirjoitti", "пише",     "написав",    "yazdı",   "написа", "写道",     "napsal"};
  const std::string folded = util::to_lower_ascii(util::trim(text));
  if (folded.size() > kLongestIntroduction) return false;
  if (is_dated_sender(folded)) return true;
  if (!folded.ends_with(':') && !folded.ends_with("：")) return false;
  return std::ranges::any_of(kWrote, [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

/// Lines after which programs repeat a whole mail.
bool is_divider(std::string_view line) {
  constexpr std::array<std::string_view, 13> kWords{
      "original message",  "ursprüngliche nachricht",   "message d'origine",      "message original",
      "mensaje original",  "messaggio originale",       "oorspronkelijk bericht", "original-nachricht",
      "forwarded message", "weitergeleitete nachricht", "mensagem original",      "original appointment",
      "reply message"};
  std::string folded = util::to_lower_ascii(util::trim(line));
  std::erase(folded, '*');  // as programs mark bold text
  if (folded == "begin forwarded message:") return true;
  if (!folded.starts_with("--") || !folded.ends_with("--")) return false;
  return std::ranges::any_of(kWords, [&](std::string_view words) { return folded.find(words) != std::string::npos; });
}

/// `From: Ada`, `*Sent:* Monday`: a header that a program copied into the text.
bool is_copied_header(std::string_view line, bool first) {
  constexpr std::array<std::string_view, 6> kFirst{"from:", "von:", "de:", "da:", "van:", "från:"};
  constexpr std::array<std::string_view, 18> kLater{
      "sent:",   "to:",    "subject:", "date:",    "cc:",   "gesendet:", "an:",      "betreff:", "datum:",
      "envoyé:", "objet:", "à:",       "enviado:", "para:", "asunto:",   "inviato:", "a:",       "oggetto:"};
  std::string folded;
  for (const char c : util::to_lower_ascii(util::trim(line)))
    if (c != '*') folded += c;
  const auto begins = [&](std::string_view word) { return folded.starts_with(word); };
  return first ? std::ranges::any_of(kFirst, begins) : std::ranges::any_of(kLater, begins);
}

/// A `From:` with at least two other headers in the five lines behind it.
bool is_header_block(const Lines& lines, std::size_t at) {
  constexpr std::size_t kWithin = 5;
  if (!is_copied_header(lines[at], true)) return false;
  std::size_t headers = 0;
  for (std::size_t i = at + 1; i < std::min(lines.size(), at + 1 + kWithin); ++i)
    if (is_copied_header(lines[i], false)) ++headers;
  return headers >= 2;
}

/// How many lines an introduction that begins at `at` has; 0 where none does. A program that makes text of HTML may put
/// empty lines into it, and begin a line of it with the `>` of an address.
std::size_t introduction_length(const Lines& lines, std::size_t at) {
  const bool may_spread = begins_introduction(lines[at]) && names_time(lines[at]);
  const std::size_t most = may_spread ? kMostSpreadLines : kMostIntroductionLines;
  std::string joined;
  for (std::size_t n = 1; n <= most && at + n <= lines.size(); ++n) {
    const std::string_view line = lines[at + n - 1];
    if (n == 1 ? is_blank(line) || is_quoted(line) : is_blank(line) && !may_spread) return 0;
    if (n == 2 && !begins_introduction(lines[at])) return 0;
    joined.append(line).append(" ");
    if (is_introduction(joined)) return n;
    if (is_quoted(line)) return 0;
  }
  return 0;
}

std::size_t skip_blank(const Lines& lines, std::size_t at) {
  while (at < lines.size() && is_blank(lines[at])) ++at;
  return at;
}

/// The end of a quote, blank lines between its parts included.
std::size_t skip_quote(const Lines& lines, std::size_t at) {
  std::size_t end = at;
  for (; at < lines.size() && (is_quoted(lines[at]) || is_blank(lines[at])); ++at)
    if (is_quoted(lines[at])) end = at + 1;
  return end;
}

/// The end of the quote at the front, introduced or not; `from` where none stands there.
std::size_t end_of_front(const Lines& lines) {
  const std::size_t begin = skip_blank(lines, 0);
  const std::size_t introduced = begin < lines.size() ? introduction_length(lines, begin) : 0;
  const std::size_t quote = skip_blank(lines, begin + introduced);
  return quote < lines.size() && is_quoted(lines[quote]) ? skip_quote(lines, quote) : 0;
}

/// Whether nothing but a quote, or a mail that is introduced, follows from `at` on.
bool is_history_to_the_end(const Lines& lines, std::size_t at) {
  const std::size_t introduced = introduction_length(lines, at);
  const std::size_t quote = skip_blank(lines, at + introduced);
  if (quote == lines.size()) return introduced > 0;
  if (!is_quoted(lines[quote])) {
    std::string introduction;
    for (std::size_t i = at; i < at + introduced; ++i) introduction.append(lines[i]).append(" ");
    return introduced > 0 && (is_header_block(lines, quote) || is_of_program(introduction));
  }
  return skip_blank(lines, skip_quote(lines, quote)) == lines.size();
}

/// A line of underscores or dashes, as Outlook puts before the headers that it copies.
bool is_rule(std::string_view line) {
  const std::string_view text = util::trim(line);
  return text.size() >= 10 && (text.front() == '_' || text.front() == '-') &&
         text.find_first_not_of(text.front()) == std::string_view::npos;
}

/// Where the history at the end begins; the number of lines where there is none.
std::size_t begin_of_end(const Lines& lines, std::size_t from) {
  std::optional<std::size_t> bounded;  // so that a hostile text of introductions costs no square
  for (std::size_t at = from; at < lines.size(); ++at) {
    if (is_blank(lines[at])) continue;
    if (is_divider(lines[at]) || is_header_block(lines, at)) return at;
    if (is_rule(lines[at]) && at + 1 < lines.size()) {
      const std::size_t next = skip_blank(lines, at + 1);
      if (next < lines.size() && is_header_block(lines, next)) return at;
    }
    if (bounded && at < *bounded) continue;
    if (is_history_to_the_end(lines, at)) return at;
    if (is_quoted(lines[at])) bounded = skip_quote(lines, at);
  }
  return lines.size();
}

std::string joined_lines(const Lines& lines, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text.append(lines[i]).append(1, '\n');
  const std::size_t first = text.find_first_not_of('\n');
  if (first == std::string::npos) return {};
  text.erase(text.find_last_not_of(" \t\n") + 1);
  return text.substr(first);
}

/// The lines of a text that are not empty.
std::size_t count_lines(std::string_view text) {
  const Lines lines = lines_of(text);
  return static_cast<std::size_t>(std::ranges::count_if(lines, [](std::string_view line) { return !is_blank(line); }));
}

}  // namespace

SplitText split_history(std::string_view text) {
  const Lines lines = lines_of(text);
  const std::size_t last = begin_of_signature(lines, lines.size());
  const Lines unsigned_lines(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(last));
  const std::size_t front = end_of_front(unsigned_lines);
  const std::size_t end = begin_of_end(unsigned_lines, front);
  const std::size_t signature = begin_of_signature(lines, end);
  SplitText split;
  split.said = joined_lines(lines, front, signature);
  if (split.said.empty()) return {joined_lines(lines, 0, lines.size()), {}, 0, 0};
  split.history = joined_lines(lines, 0, front);
  if (!split.history.empty() && end < last) split.history += "\n\n";
  split.history += joined_lines(lines, end, last);
  split.history_lines = count_lines(split.history);
  split.signature_lines =
      count_lines(joined_lines(lines, signature, end)) + count_lines(joined_lines(lines, last, lines.size()));
  return split;
}

}  // namespace crmtrack::mail
