#include "render/page/escape.hpp"

#include "util/text/safe.hpp"

namespace crmtrack::render {

std::string escape_markup(std::string_view raw) {
  std::string escaped;
  for (const char c : util::visible_block(raw)) {
    switch (c) {
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '&':
        escaped += "&amp;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

}  // namespace crmtrack::render
