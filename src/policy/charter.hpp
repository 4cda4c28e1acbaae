#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"

namespace crmtrack::policy {

/// The file of the charter in `policy/`.
inline constexpr std::string_view kCharterFile = "charter.yaml";

/// Reads `charter.yaml`; where it is missing, the draft of the templates is in force. Errors go to `findings`.
Charter load_charter(const Files& files, std::vector<Finding>& findings);

/// The text of the file with one more signature. Throws Error(refused) where the file has a form that has to be edited
/// by hand.
std::string sign_charter(const std::string& text, const std::string& mail);

}  // namespace crmtrack::policy
