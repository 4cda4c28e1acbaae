#include "target.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>

namespace crmtrack::fuzz {

void require(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

const Target* find_target(std::string_view name) {
  const auto* const found =
      std::find_if(std::begin(kTargets), std::end(kTargets), [&](const Target& target) { return target.name == name; });
  return found == std::end(kTargets) ? nullptr : found;
}

std::size_t Steering::below(std::size_t bound) {
  constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  if (text_.empty()) return 0;
  const char first = text_.front();
  text_.remove_prefix(1);
  const auto digit = kDigits.find(first);
  return (digit == std::string_view::npos ? static_cast<unsigned char>(first) : digit) % bound;
}

}  // namespace crmtrack::fuzz
