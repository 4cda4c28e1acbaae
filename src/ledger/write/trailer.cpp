#include "ledger/write/trailer.hpp"

#include "util/text/parts.hpp"

namespace crmtrack::ledger {

/// Trailers are the message's last paragraph.
std::string_view policy_trailer(std::string_view message) {
  constexpr std::string_view kTrailer = "\nPolicy: ";
  constexpr std::size_t kIdLength = 40;
  message = util::trim(message);
  const std::size_t at = message.rfind(kTrailer);
  if (at == std::string_view::npos || message.find("\n\n", at + 1) != std::string_view::npos) return {};
  const std::string_view line = message.substr(at + kTrailer.size());
  const std::string_view id = line.substr(0, line.find('\n'));
  const bool is_id = id.size() == kIdLength && id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  return is_id ? id : std::string_view();
}

}  // namespace crmtrack::ledger
