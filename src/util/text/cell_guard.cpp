#include "util/text/cell_guard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "util/text/safe.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::util {

namespace {

constexpr std::string_view kGuarded = "=+-@\t'";
constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::size_t kEscape = 4;  // characters of `\xHH`

bool is_hidden(const CodePoint& next) {
  return next.value < 0 || (is_treacherous(next.value) && next.value != '\n' && next.value != '\t');
}

bool is_escape(std::string_view text) {
  return text.size() >= kEscape && text.starts_with("\\x") && kHexDigits.find(text[2]) != std::string_view::npos &&
         kHexDigits.find(text[3]) != std::string_view::npos;
}

bool has_escape(std::string_view text) {
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1))
    if (is_escape(text.substr(at))) return true;
  return false;
}

bool is_printable_ascii(std::string_view text) {
  return std::all_of(
      text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7f; });
}

bool has_hidden(std::string_view text) {
  if (is_printable_ascii(text)) return false;
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    if (is_hidden(next)) return true;
    text.remove_prefix(next.bytes);
  }
  return false;
}

std::string escaped(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    const std::string_view bytes = text.substr(0, next.bytes);
    if (is_hidden(next))
      for (const char byte : bytes)
        fmt::format_to(std::back_inserter(result), "\\x{:02x}", static_cast<unsigned char>(byte));
    else
      result.append(bytes).append(bytes == "\\" ? "\\" : "");
    text.remove_prefix(next.bytes);
  }
  return result;
}

std::string unescaped(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    std::size_t taken = 1;
    if (is_escape(text)) {
      taken = kEscape;
      result += static_cast<char>(kHexDigits.find(text[2]) * kHexDigits.size() + kHexDigits.find(text[3]));
    } else {
      taken = text.starts_with("\\\\") ? 2 : 1;
      result += text.front();
    }
    text.remove_prefix(taken);
  }
  return result;
}

}  // namespace

std::string guard_cell(std::string_view text) {
  std::string cell = has_escape(text) || has_hidden(text) ? escaped(text) : std::string(text);
  if (!cell.empty() && kGuarded.find(cell.front()) != std::string_view::npos) cell.insert(0, 1, '\'');
  return cell;
}

std::string unguard_cell(std::string_view cell) {
  std::string_view text = cell;
  if (text.starts_with('\'')) text.remove_prefix(1);
  std::string original = has_escape(text) ? unescaped(text) : std::string(text);
  return guard_cell(original) == cell ? original : std::string(cell);
}

}  // namespace crmtrack::util
