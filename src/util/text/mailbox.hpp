#pragma once

#include <string>
#include <string_view>

namespace crmtrack::util {

/// The form in which mail addresses are compared and looked up: without case, and without the extension behind `+`.
std::string mailbox_key(std::string_view mail);
/// Whether two addresses are of one mailbox. An empty one is nobody's.
bool is_same_mailbox(std::string_view a, std::string_view b);

}  // namespace crmtrack::util
