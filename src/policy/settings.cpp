#include "policy/settings.hpp"

#include <charconv>

#include "util/text/parts.hpp"
#include "util/zone_name.hpp"

namespace crmtrack::policy {

bool is_zone_name(std::string_view text) {
  // A rule such as CET-1CEST has a digit in its first part, and no zone of the database but Etc's has one.
  const bool is_rule = text.find('/') == std::string_view::npos && text.find_first_of("0123456789") != text.npos;
  return !is_rule && util::is_zone_name(text);
}

bool is_money(std::string_view text) {
  constexpr std::size_t kMostDigits = 12, kMostDecimals = 4, kCode = 3;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto blank = text.find(' ');
  if (blank == std::string_view::npos) return false;
  const std::string_view code = text.substr(blank + 1);
  if (code.size() != kCode || !std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; })) return false;
  const std::string_view amount = text.substr(0, blank);
  const std::string_view whole = amount.substr(0, amount.find('.'));
  const std::string_view decimals = amount.substr(std::min(whole.size() + 1, amount.size()));
  if (whole.empty() || whole.size() > kMostDigits || !std::ranges::all_of(whole, is_digit)) return false;
  if (whole.size() == amount.size()) return true;
  return !decimals.empty() && decimals.size() <= kMostDecimals && std::ranges::all_of(decimals, is_digit);
}

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
