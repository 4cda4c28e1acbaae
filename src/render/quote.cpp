#include "render/quote.hpp"

#include <cstdint>
#include <iterator>

#include <fmt/format.h>

#include "util/text/safe.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::render {
namespace {

void append_escape(std::int32_t value, Escapes escapes, std::string& out) {
  switch (value) {
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  if (value < 0x10000) {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", value);
  } else if (escapes == Escapes::yaml) {
    fmt::format_to(std::back_inserter(out), "\\U{:08x}", value);
  } else {
    const auto rest = value - 0x10000;
    fmt::format_to(std::back_inserter(out), "\\u{:04x}\\u{:04x}", 0xd800 + (rest >> 10), 0xdc00 + (rest & 0x3ff));
  }
}

bool is_plain(char c) { return c >= ' ' && c < 0x7f && c != '"' && c != '\\'; }

}  // namespace

void append_quoted(std::string_view text, Escapes escapes, std::string& out) {
  out += '"';
  while (!text.empty()) {
    std::size_t plain = 0;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const auto next = util::first_code_point(text);
    if (next.value < 0) {
      out += "\xef\xbf\xbd";
    } else if (next.value == '"' || next.value == '\\') {
      out += '\\';
      out += text.front();
    } else if (util::is_treacherous(next.value)) {
      append_escape(next.value, escapes, out);
    } else {
      out += text.substr(0, next.bytes);
    }
    text.remove_prefix(next.bytes);
  }
  out += '"';
}

}  // namespace crmtrack::render
