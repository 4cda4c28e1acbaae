#pragma once

#include <string_view>

namespace crmtrack::ledger {

/// The commit of main that a commit's last `Policy:` trailer names: hexadecimal digits, not checked to be a whole id.
/// Empty where it has none.
std::string_view policy_trailer(std::string_view message);

}  // namespace crmtrack::ledger
