#include "policy/right.hpp"

#include <algorithm>

namespace crmtrack::policy {

std::string_view name_of(Right right) {
  static constexpr std::array<std::string_view, kRights.size()> kNames{
      "close", "waive", "withdraw", "void", "correct", "policy", "relay", "machine", "person_reports"};
  return kNames[static_cast<std::size_t>(right)];
}

std::optional<Right> parse_right(std::string_view name) {
  const auto* const found =
      std::find_if(kRights.begin(), kRights.end(), [&](Right right) { return name_of(right) == name; });
  return found == kRights.end() ? std::nullopt : std::optional(*found);
}

std::string_view words_of(Right right) {
  switch (right) {
    case Right::policy:
      return "change policy";
    case Right::relay:
      return "push what others wrote";
    case Right::machine:
      return "write records of the machine";
    case Right::person_reports:
      return "see reports by person";
    default:
      return name_of(right);
  }
}

}  // namespace crmtrack::policy
