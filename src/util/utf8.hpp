#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crmtrack::util {

/// One step through UTF-8: the code point at `text`'s start and how many bytes it takes. A byte that begins no valid
/// sequence is a step of its own, with code point -1. Precondition: not empty.
struct CodePoint {
  std::int32_t value = -1;
  std::size_t bytes = 1;
};
CodePoint first_code_point(std::string_view text);
/// Precondition: a valid code point.
void append_utf8(std::string& text, std::int32_t code_point);
bool is_ascii(std::string_view text);
/// Whether a code point moves the cursor or changes how the text around it is shown, and shows nothing itself: control
/// characters, bidirectional controls, marks of order and annotation, tags, and what is no character at all.
bool is_treacherous(std::int32_t code_point);

}  // namespace crmtrack::util
