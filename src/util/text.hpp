#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::util {

bool is_valid_utf8(std::string_view text);
/// Columns on a terminal: wide East Asian and emoji 2, combining 0. Independent of the locale.
std::size_t display_width(std::string_view text);
/// Cut to at most `width` columns between grapheme clusters, with `…` where something was cut.
std::string truncate(std::string_view text, std::size_t width);
/// Pads with blanks on the right (or left) up to `width` columns.
std::string pad_right(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);
/// Breaks into lines of at most `width` columns at blanks; a longer word is cut between clusters. Line feeds
/// are kept; one at the end ends the last line and begins no other.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// Text from outside made safe for a terminal: C0, C1, DEL, bidirectional overrides and invalid bytes become visible
/// (`\x1b`, `\u202e`). Line feed and tab are kept in `visible_block`, made visible in `visible_line`.
std::string visible_line(std::string_view text);
std::string visible_block(std::string_view text);

/// NFKC case folding without a locale, for comparing.
std::string fold_case(std::string_view text);
/// The words of a text for search, case folded: runs of letters, marks, and numbers; each Han, Hiragana or Katakana
/// character is a word of its own. The index and the filter predicate both use this one, so they cannot disagree.
std::vector<std::string> words_of(std::string_view text);

std::string_view trim(std::string_view text);
/// The parts between separators: one more than there are separators, so one empty part of an empty text.
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string to_lower_ascii(std::string_view text);
/// A slug `[a-z0-9][a-z0-9-]{1,62}`.
bool is_slug(std::string_view text);
/// The nearest slug of a title: `Credit card or prepaid card` → `credit-card-or-prepaid-card`. Non-ASCII letters lose
/// their marks (NFKD) or become `-`; cut at 63; where nothing is left, `x-` and 8 hex digits of the text's SHA-256.
std::string to_slug(std::string_view title);
/// The candidates nearest to `word` (optimal string alignment distance, at most a third of its length), nearest first.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t most = 3);

}  // namespace crmtrack::util
