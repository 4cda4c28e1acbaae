#pragma once

namespace crmtrack::util {

/// A letter or digit of ASCII; does not depend on the locale.
constexpr bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace crmtrack::util
