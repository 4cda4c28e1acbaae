#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crmtrack::util {

/// One step through UTF-8: the code point at the start of `text`, and the number of its bytes. A byte that begins no
/// valid sequence is a step of its own, with code point -1. Precondition: not empty.
struct CodePoint {
  std::int32_t value = -1;
  std::size_t bytes = 1;
};
CodePoint first_code_point(std::string_view text);
/// Precondition: a valid code point.
void append_utf8(std::string& text, std::int32_t code_point);
bool is_ascii(std::string_view text);
bool is_valid_utf8(std::string_view text);

}  // namespace crmtrack::util
