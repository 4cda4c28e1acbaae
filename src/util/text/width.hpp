#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::util {

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

}  // namespace crmtrack::util
