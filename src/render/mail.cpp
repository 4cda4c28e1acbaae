#include "render/mail.hpp"

#include "render/text.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::render {

namespace {

constexpr std::size_t kMailWidth = 72;

/// Mail servers and mailboxes give these a meaning of their own.
bool is_taken_amiss(std::string_view line) {
  return line.starts_with("From ") || line.starts_with('>') || line.starts_with('.');
}

}  // namespace

std::string render_mail(const document::Document& document) {
  std::string text;
  for (const std::string& line : util::split(render_text(document, {.width = kMailWidth}), '\n'))
    text.append(is_taken_amiss(line) ? " " : "").append(line).append("\n");
  text.pop_back();
  return text;
}

}  // namespace crmtrack::render
