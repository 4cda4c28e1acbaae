#include "command/common/list_options.hpp"

#include <fmt/format.h>

#include <charconv>

#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

std::optional<std::size_t> limit_of(const Invocation& invocation) {
  const auto text = invocation.find("limit");
  if (!text) return std::nullopt;
  std::size_t limit = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), limit);
  if (error != std::errc() || end != text->data() + text->size())
    throw util::Error(util::ErrorKind::usage, fmt::format("cannot read --limit '{}': a whole number", *text));
  return limit;
}

std::vector<std::string> sort_keys(const Invocation& invocation) {
  std::vector<std::string> keys;
  for (const std::string& text : invocation.all("sort"))
    for (const std::string& key : util::split(text, ',')) keys.push_back(key);
  return keys;
}

}  // namespace crmtrack::command
