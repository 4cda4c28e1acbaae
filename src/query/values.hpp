#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::query {

/// A whole number of at most nine digits, with a sign or without.
std::optional<std::int64_t> parse_integer(std::string_view text);
/// `10`, `10d`, `2w` as days, at most 99,999; a bare number only where no unit is required.
std::optional<int> parse_days(std::string_view text, bool unit_required);
/// `yes`, `true`, `no`, `false`, whatever their case.
std::optional<bool> parse_boolean(std::string_view text);

/// What bare text asks for: words side by side, the last one perhaps only the beginning of a word.
struct WordRun {
  std::vector<std::string> words;  ///< folded; never empty
  bool prefix = false;
};
/// `word`, `word*`, or with `phrase` the words between quotes (where `*` means nothing); nullopt where the text has no
/// word in it.
std::optional<WordRun> parse_words(std::string_view text, bool phrase);
/// The run in FTS5's language: `"a b"` or `"a b" *`.
std::string to_fts(const WordRun& run);

}  // namespace crmtrack::query
