#include "ledger/trailer.hpp"

namespace crmtrack::ledger {

std::string_view policy_trailer(std::string_view message) {
  constexpr std::string_view kTrailer = "\nPolicy: ";
  const std::size_t at = message.rfind(kTrailer);
  if (at == std::string_view::npos) return {};
  const std::string_view value = message.substr(at + kTrailer.size());
  return value.substr(0, value.find_first_not_of("0123456789abcdef"));
}

}  // namespace crmtrack::ledger
