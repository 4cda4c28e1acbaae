#include "yaml/check.hpp"

#include <fmt/format.h>

#include "util/text/utf8.hpp"

namespace crmtrack::yaml {

namespace {

/// Tabs and line ends are judged by the parser; a byte order mark may stand at the very start only.
bool is_forbidden(std::int32_t value) {
  const bool control =
      (value < 0x20 && value != '\t' && value != '\n' && value != '\r') || (value >= 0x7f && value < 0xa0);
  return control || value == 0xfeff || value == 0xfffe || value == 0xffff;
}

Mark mark_at(std::string_view text, std::size_t at) {
  Mark mark{1, 1};
  for (const char c : text.substr(0, at)) mark = c == '\n' ? Mark{mark.line + 1, 1} : Mark{mark.line, mark.column + 1};
  return mark;
}

/// A directive is a line that begins with `%`; within a map no text can stand there.
bool is_directive(std::string_view text, std::size_t at) {
  return text[at] == '%' && (at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r');
}

}  // namespace

std::optional<Fault> find_text_fault(std::string_view text, const Limits& limits) {
  if (text.size() > limits.bytes) return Fault{{1, 1}, fmt::format("larger than {} bytes", limits.bytes)};
  for (std::size_t at = 0; at < text.size();) {
    const util::CodePoint point = util::first_code_point(text.substr(at));
    if (point.value < 0) return Fault{mark_at(text, at), "no valid UTF-8"};
    if (is_forbidden(point.value))
      return Fault{mark_at(text, at), fmt::format("a control character, U+{:04X}", point.value)};
    if (is_directive(text, at)) return Fault{mark_at(text, at), "a directive"};
    at += point.bytes;
  }
  return std::nullopt;
}

const char* find_quote_fault(std::string_view from_quote) {
  const char quote = from_quote.front();
  for (std::size_t at = 1; at < from_quote.size(); ++at) {
    const char c = from_quote[at];
    const char next = at + 1 < from_quote.size() ? from_quote[at + 1] : '\0';
    if (c == quote && (quote == '"' || next != quote)) return nullptr;
    if (c == quote || (c == '\\' && quote == '"' && next != '\n' && next != '\r'))
      ++at;  // '' or an escape
    else if (c == '\n' && next == '\t')
      return "a tab as indentation";
    else if (c == '\n' && next != ' ' && next != '\n' && next != '\r' && next != '\0')
      return "quoted text that is not indented";
  }
  return "a missing quote at the end";
}

}  // namespace crmtrack::yaml
