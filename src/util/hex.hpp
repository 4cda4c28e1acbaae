#pragma once

#include <string>
#include <string_view>

namespace crmtrack::util {

/// Two lower-case hexadecimal digits a byte.
std::string to_hex(std::string_view bytes);

}  // namespace crmtrack::util
