#include "command/write/set_option.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "util/error.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

std::vector<std::pair<std::string, std::string>> assignments_of(const Invocation& invocation, std::string_view prefix) {
  std::vector<std::pair<std::string, std::string>> assignments;
  for (const std::string& text : invocation.all("set")) {
    const std::size_t equals = text.find('=');
    const std::string key = text.substr(0, equals);
    std::string_view name = key;
    if (!prefix.empty() && name.starts_with(prefix)) name.remove_prefix(prefix.size());
    const bool is_name = !name.empty() && std::ranges::all_of(name, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (equals == std::string::npos || !is_name)
      throw Error(ErrorKind::usage,
                  fmt::format("cannot read --set '{}': write FIELD=VALUE, the field in a-z, 0-9 and _", text));
    assignments.emplace_back(key, text.substr(equals + 1));
  }
  return assignments;
}

}  // namespace crmtrack::command
