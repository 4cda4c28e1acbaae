#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace crmtrack::yaml {

/// The place of a scalar: inside `[…]` more characters have a meaning.
enum class Place { block, flow };

/// The number of bytes at the start of `text` that may stand in a plain scalar: up to a line's end, `: `, ` #`, a
/// control or invisible character, invalid UTF-8, or, in flow, one of `,[]{}?`. The writer and the scanner both use
/// this function, so that they cannot disagree.
std::size_t plain_prefix(std::string_view text, Place place);
/// Whether a text that is its own plain prefix is text to every YAML reader: it does not begin like something else,
/// end in a blank or colon, or resolve to a number, boolean, null, or (unless RFC 3339) time, by YAML 1.1 or 1.2.
bool is_plain_text(std::string_view prefix);
/// Whether the whole `text` may be written plain: all of it is plain prefix, and it is plain text.
bool fits_plain(std::string_view text, Place place);

/// The number of bytes of a line that may stand in a literal block: up to the line's end or a character that needs an
/// escape.
std::size_t literal_prefix(std::string_view text);
/// Whether a text may be written as a literal block `|`: it ends in exactly one line feed, begins with neither blank
/// nor empty line, and has no character that needs an escape.
bool fits_literal(std::string_view text);

/// Whether a character is written only as an escape: controls, line separators, byte order marks, bidirectional
/// overrides, and code points that are no character. Then `git show` prints what the file holds.
bool needs_escape(std::int32_t code_point);

}  // namespace crmtrack::yaml
