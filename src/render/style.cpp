#include "render/style.hpp"

#include <fmt/format.h>

#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {
namespace {

using document::Role;

constexpr std::string_view kEllipsis = "…";

/// Select Graphic Rendition (ECMA-48, 8.3.117); the sixteen colours follow the user's own theme.
std::string_view code_of(Role role) {
  switch (role) {
    case Role::strong:
    case Role::heading:
      return "1";
    case Role::dim:
      return "2";
    case Role::good:
      return "32";
    case Role::warning:
      return "33";
    case Role::bad:
      return "31";
    case Role::id:
      return "1;36";
    case Role::mark:
      return "1;33";
    case Role::plain:
      break;
  }
  return {};
}

std::string paint_code(std::string_view text, std::string_view code, bool color) {
  if (!color || code.empty() || text.empty()) return std::string{text};
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

}  // namespace

std::string paint(std::string_view text, Role role, bool color) { return paint_code(text, code_of(role), color); }
std::string paint_header(std::string_view text, bool color) { return paint_code(text, "1;4", color); }

std::string render_line(const document::Line& line, bool color) {
  std::string text;
  for (const auto& span : line) text += paint(util::visible_line(span.text), span.role, color);
  return text;
}

std::string cut(std::string_view text, std::size_t width, bool utf8) {
  if (util::display_width(text) <= width) return std::string{text};
  auto shorter = util::truncate(text, width);
  if (!utf8 && shorter.ends_with(kEllipsis)) shorter.replace(shorter.size() - kEllipsis.size(), kEllipsis.size(), "~");
  return shorter;
}

}  // namespace crmtrack::render
