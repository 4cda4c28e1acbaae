#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace crmtrack::yaml {

/// Where a scalar stands: more characters have a meaning inside `[…]`.
enum class Place { block, flow };

/// How many bytes at the start of `text` may go on in a plain scalar: up to a line's end, `: `, ` #`, a control or
/// invisible character, invalid UTF-8, or, in flow, one of `,[]{}?`. The writer and the scanner both decide by this, so
/// that they cannot disagree.
std::size_t plain_prefix(std::string_view text, Place place);
/// Whether a text that is its own plain prefix is text to every YAML reader: it does not begin like something else,
/// end in a blank or colon, or resolve to a number, boolean, null, or (unless RFC 3339) time, by YAML 1.1 or 1.2.
bool is_plain_text(std::string_view prefix);
/// Both of these: `text` may be written plain.
bool fits_plain(std::string_view text, Place place);

/// How many bytes of a line may stand in a literal block: up to the line's end or a character that needs an escape.
std::size_t literal_prefix(std::string_view text);
/// Whether a text may be written as a literal block `|`: it ends in exactly one line feed, begins with neither blank
/// nor empty line, and has no character that needs an escape.
bool fits_literal(std::string_view text);

/// Characters that are written as an escape only: controls, line separators, byte order marks, bidirectional overrides
/// (what `git show` prints must be what is there), and what is no character.
bool needs_escape(std::int32_t code_point);

}  // namespace crmtrack::yaml
