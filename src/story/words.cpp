#include "story/words.hpp"

#include "util/text/parts.hpp"

namespace crmtrack::story {

std::string_view word(const yaml::Node& body, std::string_view key) {
  const yaml::Node* value = body.find(key);
  if (value == nullptr || !value->is_scalar() || value->is_null()) return {};
  return value->text;
}

bool says_yes(const yaml::Node& body, std::string_view key) {
  const std::string_view said = word(body, key);
  return said == "yes" || said == "true";
}

std::optional<int> level(const yaml::Node& body, std::string_view key) {
  const std::string_view said = word(body, key);
  if (said.size() != 1 || said[0] < '0' || said[0] > '9') return std::nullopt;
  return said[0] - '0';
}

std::optional<util::Instant> instant(const yaml::Node& body, std::string_view key) {
  const auto time = util::parse_rfc3339(word(body, key));
  return time ? std::optional{time->utc} : std::nullopt;
}

std::string text_of_value(const yaml::Node& value) {
  if (value.is_scalar()) return value.is_null() ? std::string{} : value.text;
  std::vector<std::string> parts;
  for (const yaml::Node& item : value.items) parts.push_back(text_of_value(item));
  for (const auto& [key, node] : value.entries) parts.push_back(key + ": " + text_of_value(node));
  return util::join(parts, ", ");
}

}  // namespace crmtrack::story
