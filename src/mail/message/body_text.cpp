#include "mail/message/body_text.hpp"

#include "mail/text/charset.hpp"
#include "mail/text/html_text.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kMostTextOfPart = 1UL << 20U;
constexpr std::size_t kMostText = 1UL << 20U;

bool is_text(const Part& part, std::string_view type) {
  return part.type == type && part.enclosed == 0 && !part.is_attachment;
}

std::string joined_text(const Parts& parts, std::string_view type) {
  std::string all;
  for (const Part& part : parts.parts) {
    if (!is_text(part, type) || all.size() >= kMostText) continue;
    std::string text = decode_text(std::string_view(part.bytes).substr(0, kMostTextOfPart), part.charset);
    if (type == "text/html") text = html_to_text(text);
    if (util::trim(text).empty()) continue;
    if (!all.empty()) all += "\n";
    all += text;
    if (!all.ends_with('\n')) all += '\n';
  }
  return all;
}

}  // namespace

std::string text_of_parts(const Parts& parts) {
  std::string text = joined_text(parts, "text/plain");
  return text.empty() ? joined_text(parts, "text/html") : text;
}

std::vector<std::string> files_of(const Parts& parts) {
  constexpr std::size_t kMostFiles = 50;
  std::vector<std::string> files;
  for (const Part& part : parts.parts) {
    const bool is_body = (is_text(part, "text/plain") || is_text(part, "text/html")) && part.name.empty();
    if (is_body || files.size() >= kMostFiles || (part.enclosed > 0 && part.type != "message/rfc822")) continue;
    files.push_back(part.name.empty() ? part.type : part.name);
  }
  return files;
}

}  // namespace crmtrack::mail
