#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::mail {

/// Our tokens in a decoded Subject: `[crm-` + 16 Crockford characters + `]`. The characters alone, as we write them.
std::vector<std::string> tokens_of_subject(std::string_view subject);
/// Our token in the extension of an address, `desk+crm-0123456789abcdef@example.com`, or empty.
std::string token_of_address(std::string_view mail);

/// The form in which records keep a token: its SHA-256. Who can read the ledger cannot answer for a customer.
std::string token_digest(std::string_view token);

}  // namespace crmtrack::mail
