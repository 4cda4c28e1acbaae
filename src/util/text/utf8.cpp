#include "util/text/utf8.hpp"

#include <utf8proc.h>

#include <array>
#include <cstring>

namespace crmtrack::util {

CodePoint first_code_point(std::string_view text) {
  utf8proc_int32_t value = -1;
  const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                      static_cast<utf8proc_ssize_t>(text.size()), &value);
  return bytes <= 0 ? CodePoint{} : CodePoint{value, static_cast<std::size_t>(bytes)};
}

void append_utf8(std::string& text, std::int32_t code_point) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(code_point, bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

bool is_ascii(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  while (text.size() >= sizeof(std::uint64_t)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data(), sizeof eight);
    if ((eight & kHighBits) != 0) return false;
    text.remove_prefix(sizeof eight);
  }
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

bool is_valid_utf8(std::string_view text) {
  while (!text.empty()) {
    if (static_cast<unsigned char>(text.front()) < 0x80) {
      const std::size_t run = text.size() >= 8 && is_ascii(text.substr(0, 8)) ? 8 : 1;
      text.remove_prefix(run);
      continue;
    }
    const CodePoint next = first_code_point(text);
    if (next.value < 0) return false;
    text.remove_prefix(next.bytes);
  }
  return true;
}

}  // namespace crmtrack::util
