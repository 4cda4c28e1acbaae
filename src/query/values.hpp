#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::query {

/// Reads a whole number of at most nine digits, with a sign or without.
std::optional<std::int64_t> parse_integer(std::string_view text);
/// Reads `10`, `10d` or `2w` as days, at most 99,999. A bare number is taken only where no unit is required.
std::optional<int> parse_days(std::string_view text, bool unit_required);
/// Reads `yes`, `true`, `no` or `false`, whatever their case.
std::optional<bool> parse_boolean(std::string_view text);

/// The words that a bare text asks for: side by side, the last one perhaps only the beginning of a word.
struct WordRun {
  std::vector<std::string> words;  ///< folded; never empty
  bool prefix = false;
};
/// Reads `word`, `word*`, or with `phrase` the words between quotes (where `*` means nothing). nullopt where the text
/// has no word in it.
std::optional<WordRun> parse_words(std::string_view text, bool phrase);
/// The run in FTS5's language: `"a b"` or `"a b" *`.
std::string to_fts(const WordRun& run);

}  // namespace crmtrack::query
