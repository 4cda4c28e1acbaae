#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crmtrack::util {

/// `1 complaint`, `2 complaints`. For nouns whose plural ends in s.
inline std::string counted(std::size_t number, std::string_view noun) {
  return std::to_string(number).append(" ").append(noun).append(number == 1 ? "" : "s");
}

}  // namespace crmtrack::util
