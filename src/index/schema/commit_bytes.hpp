#pragma once

#include <string>
#include <string_view>

#include "util/hex.hpp"

namespace crmtrack::index {

/// A commit id as the records table keeps it, half as long as written. Precondition: lower-case hexadecimal digits.
inline std::string commit_bytes(std::string_view hex) {
  const auto digit = [](char c) { return c >= 'a' ? c - 'a' + 10 : c - '0'; };
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes += static_cast<char>((digit(hex[i]) << 4) | digit(hex[i + 1]));
  return bytes;
}
inline std::string commit_hex(std::string_view bytes) { return util::to_hex(bytes); }

}  // namespace crmtrack::index
