#pragma once

#include <string_view>

namespace crmtrack::ledger {

/// The commit of main, 40 hexadecimal digits, that the last `Policy:` trailer names, in the message's last paragraph.
/// Empty where it has none.
std::string_view policy_trailer(std::string_view message);

}  // namespace crmtrack::ledger
