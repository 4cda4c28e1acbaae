#include "util/zone_name.hpp"

#include <algorithm>

#include "util/text/ascii.hpp"

namespace crmtrack::util {

bool is_zone_name(std::string_view name) {
  const auto is_allowed = [](char c) { return is_alphanumeric(c) || c == '/' || c == '_' || c == '-' || c == '+'; };
  return !name.empty() && name.front() != '/' && std::all_of(name.begin(), name.end(), is_allowed);
}

}  // namespace crmtrack::util
