#include "mail/message/message_ids.hpp"

#include "mail/message/encoded_words.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kMostIds = 200;
constexpr std::size_t kLongestId = 500;

std::string without_blanks(std::string_view text) {
  std::string id;
  for (const char c : text)
    if (c != ' ' && c != '\t') id += c;
  return id;
}

}  // namespace

std::vector<std::string> ids_of(std::string_view value) {
  std::vector<std::string> ids;
  const std::string text = decode_words(value);
  for (std::size_t open = text.find('<'); open != std::string::npos && ids.size() < kMostIds;
       open = text.find('<', open + 1)) {
    const std::size_t close = text.find_first_of("<>", open + 1);
    if (close == std::string::npos) break;
    if (text[close] == '<') continue;
    const std::string id = without_blanks(std::string_view(text).substr(open + 1, close - open - 1));
    if (!id.empty() && id.size() <= kLongestId) ids.push_back(id);
  }
  return ids;
}

std::string id_of(std::string_view value) {
  const auto ids = ids_of(value);
  if (!ids.empty()) return ids.front();
  const std::string text = decode_words(value);
  const bool is_id = text.find('@') != std::string::npos && text.find_first_of(" <>") == std::string::npos;
  return is_id && text.size() <= kLongestId ? text : std::string();
}

}  // namespace crmtrack::mail
