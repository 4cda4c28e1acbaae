#include "util/text/safe.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "util/text/utf8.hpp"

namespace crmtrack::util {

namespace {

std::string escape_of(std::int32_t value) {
  switch (value) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      break;
  }
  if (value < 0x80) return fmt::format("\\x{:02x}", value);
  return value < 0x10000 ? fmt::format("\\u{:04x}", value) : fmt::format("\\U{:08x}", value);
}

std::string visible(std::string_view text, std::string_view kept) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7f; })) return std::string(text);
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    const bool is_kept = next.bytes == 1 && kept.find(text.front()) != std::string_view::npos;
    if (next.value < 0)
      shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front()));
    else if (is_treacherous(next.value) && !is_kept)
      shown += escape_of(next.value);
    else
      shown += text.substr(0, next.bytes);
    text.remove_prefix(next.bytes);
  }
  return shown;
}

}  // namespace

bool is_treacherous(std::int32_t value) {
  const bool control = value < 0x20 || (value >= 0x7f && value < 0xa0);
  // U+206A to U+206F are deprecated, but still obeyed where they are obeyed.
  const bool bidirectional = value == 0x061c || value == 0x200e || value == 0x200f ||
                             (value >= 0x202a && value <= 0x202e) || (value >= 0x2066 && value <= 0x206f);
  const bool mark = value == 0x2028 || value == 0x2029 || value == 0xfeff || (value >= 0xfff9 && value <= 0xfffb);
  const bool tag = value >= 0xe0000 && value <= 0xe0fff && !(value >= 0xe0100 && value <= 0xe01ef);
  const bool no_character = (value & 0xfffe) == 0xfffe || (value >= 0xfdd0 && value <= 0xfdef);
  return control || bidirectional || mark || tag || no_character;
}

std::string visible_line(std::string_view text) { return visible(text, ""); }
std::string visible_block(std::string_view text) { return visible(text, "\n\t"); }

}  // namespace crmtrack::util
