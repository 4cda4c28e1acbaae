#include "mail/compose/outgoing_address.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "util/error.hpp"
#include "util/text/ascii.hpp"
#include "util/text/safe.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kLongestOutgoing = 254;
constexpr std::size_t kLongestLocalPart = 64;
constexpr std::size_t kLongestLabel = 63;
constexpr std::string_view kLocalMarks = "!#$%&'*+-/=?^_`{|}~";

/// Words between single dots, none of them empty.
template <class IsAllowed>
bool is_dotted(std::string_view text, IsAllowed is_allowed) {
  if (text.empty() || text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos)
    return false;
  return std::ranges::all_of(text, [&](char c) { return c == '.' || is_allowed(c); });
}

bool is_local_part(std::string_view text) {
  return text.size() <= kLongestLocalPart &&
         is_dotted(
             text, [](char c) { return util::is_alphanumeric(c) || kLocalMarks.find(c) != std::string_view::npos; });
}

bool is_domain(std::string_view text) {
  if (!is_dotted(text, [](char c) { return util::is_alphanumeric(c) || c == '-'; })) return false;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('.', start), text.size());
    const std::string_view label = text.substr(start, end - start);
    if (label.size() > kLongestLabel || label.front() == '-' || label.back() == '-') return false;
    start = end + 1;
  }
  return true;
}

}  // namespace

std::string address_fault(std::string_view address) {
  const std::size_t at = address.rfind('@');
  if (address.empty()) return "there is no address";
  if (at == std::string_view::npos) return "it has no '@'";
  if (!util::is_ascii(address.substr(0, at)))
    return "a part before '@' that is not ASCII reaches nobody behind many servers";
  if (!util::is_ascii(address)) return "its domain is not ASCII: write its xn-- form";
  if (address.size() > kLongestOutgoing) return fmt::format("it has more than {} characters", kLongestOutgoing);
  if (std::string_view("-|/").find(address.front()) != std::string_view::npos)
    return fmt::format("it begins with '{}'", address.front());
  if (!is_local_part(address.substr(0, at)) || !is_domain(address.substr(at + 1))) return "it is no plain mail address";
  return {};
}

void require_outgoing_address(std::string_view address, std::string_view role) {
  const std::string fault = address_fault(address);
  if (fault.empty()) return;
  throw util::Error(util::ErrorKind::refused,
                    fmt::format("cannot send mail with {} '{}': {}", role, util::visible_line(address), fault),
                    {"it looks like this: ada@example.com"});
}

}  // namespace crmtrack::mail
