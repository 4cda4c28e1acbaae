#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::util {

bool is_valid_utf8(std::string_view text);
/// The width of a text in columns of a terminal: wide East Asian characters and emoji 2, combining marks 0. Does not
/// depend on the locale.
std::size_t display_width(std::string_view text);
/// The text cut to at most `width` columns, between grapheme clusters, with `…` at the end if something was cut.
std::string truncate(std::string_view text, std::size_t width);
/// The text padded with blanks on the right (or left) to `width` columns.
std::string pad_right(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);
/// Breaks a text into lines of at most `width` columns, at blanks. A longer word is cut between clusters. Line feeds
/// are kept; one at the end of the text begins no further line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// Makes text from outside safe for a terminal: C0, C1, DEL, bidirectional overrides and invalid bytes become visible
/// (`\x1b`, `\u202e`). `visible_block` keeps line feeds and tabs; `visible_line` makes them visible too.
std::string visible_line(std::string_view text);
std::string visible_block(std::string_view text);

/// The text with its case folded (NFKC), for comparing; does not depend on the locale.
std::string fold_case(std::string_view text);
/// The words of a text for search, with their case folded: runs of letters, marks and numbers; each Han, Hiragana or
/// Katakana character is a word of its own. The index and the filter's predicate both use this function, so they cannot
/// disagree.
std::vector<std::string> words_of(std::string_view text);

std::string_view trim(std::string_view text);
/// The parts between separators. There is one more part than separators, so an empty text has one empty part.
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string to_lower_ascii(std::string_view text);
/// Whether the text is a slug: `[a-z0-9][a-z0-9-]{1,62}`.
bool is_slug(std::string_view text);
/// The slug nearest to a title: `Credit card or prepaid card` gives `credit-card-or-prepaid-card`. Non-ASCII letters
/// lose their marks (NFKD) or become `-`; the result is cut at 63. Where nothing is left, it is `x-` and 8 hexadecimal
/// digits of the text's SHA-256.
std::string to_slug(std::string_view title);
/// The candidates nearest to `word`, nearest first (optimal string alignment distance, at most a third of its length).
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t most = 3);

}  // namespace crmtrack::util
