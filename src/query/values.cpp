#include "query/values.hpp"

#include <charconv>

#include "util/text/case.hpp"
#include "util/text/words.hpp"

namespace crmtrack::query {
namespace {

constexpr std::size_t kMostDigits = 9;
constexpr std::int64_t kOldest = 99999;

}  // namespace

std::optional<std::int64_t> parse_integer(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.size() > kMostDigits) return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0 || text.front() == '-') return std::nullopt;
  return negative ? -value : value;
}

std::optional<int> parse_days(std::string_view text, bool unit_required) {
  int unit = 1;
  const char last = text.empty() ? '\0' : text.back();
  if (last == 'd' || last == 'D' || last == 'w' || last == 'W') {
    if (last == 'w' || last == 'W') unit = 7;
    text.remove_suffix(1);
  } else if (unit_required) {
    return std::nullopt;
  }
  if (text.starts_with('+') || text.starts_with('-')) return std::nullopt;
  const auto count = parse_integer(text);
  if (!count || *count * unit > kOldest) return std::nullopt;
  return static_cast<int>(*count * unit);
}

std::optional<bool> parse_boolean(std::string_view text) {
  const auto word = util::to_lower_ascii(text);
  if (word == "yes" || word == "true") return true;
  if (word == "no" || word == "false") return false;
  return std::nullopt;
}

std::optional<WordRun> parse_words(std::string_view text, bool phrase) {
  const bool prefix = !phrase && text.ends_with('*');
  WordRun run{util::words_of(text), prefix};
  if (run.words.empty()) return std::nullopt;
  return run;
}

std::string to_fts(const WordRun& run) {
  // Words are letters, marks and numbers, so nothing in them needs escaping.
  return '"' + util::join(run.words, " ") + (run.prefix ? "\" *" : "\"");
}

}  // namespace crmtrack::query
