#include "policy/settings.hpp"

#include <charconv>

#include "util/text/parts.hpp"

namespace crmtrack::policy {

std::uint64_t parse_size(std::string_view text) {
  constexpr unsigned kKibi = 10;
  constexpr unsigned kMebi = 20;
  unsigned shift = 0;
  if (text.ends_with("KiB")) shift = kKibi;
  if (text.ends_with("MiB")) shift = kMebi;
  if (shift != 0) text = util::trim(text.substr(0, text.size() - 3));
  std::uint32_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size()) return 0;
  return std::uint64_t{number} << shift;
}

}  // namespace crmtrack::policy
