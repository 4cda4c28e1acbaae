#pragma once

#include <string>
#include <string_view>

namespace crmtrack::mail {

/// Why no mail can go to or from an address, or empty where it can: it has to be one plain ASCII address (RFC 5321), of
/// at most 254 characters. Postfix loses a mail with another local part behind a relay without SMTPUTF8, bounce and
/// all; and programs read some first characters as an option, a command or a file.
std::string address_fault(std::string_view address);

/// Throws Error(refused) that names the address and its fault. `role` says whose it is: `recipient`, `crmtrack.from`.
void require_outgoing_address(std::string_view address, std::string_view role);

}  // namespace crmtrack::mail
