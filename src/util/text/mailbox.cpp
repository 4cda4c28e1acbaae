#include "util/text/mailbox.hpp"

#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::util {

std::string mailbox_key(std::string_view mail) {
  const std::string folded = to_lower_ascii(trim(mail));
  const std::size_t at = folded.rfind('@');
  const std::size_t plus = folded.find('+');
  if (at == std::string::npos || plus == std::string::npos || plus == 0 || plus > at) return folded;
  return folded.substr(0, plus) + folded.substr(at);
}

bool is_same_mailbox(std::string_view a, std::string_view b) { return !a.empty() && mailbox_key(a) == mailbox_key(b); }

}  // namespace crmtrack::util
