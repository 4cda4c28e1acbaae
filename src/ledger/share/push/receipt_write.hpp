#pragma once

#include <string>

#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// Appends a receipt with the present heads to the server's receipts, and who relayed (receipt.hpp; empty: nobody).
/// Returns the receipt's commit. Throws Error(busy) or Error(repository) where it cannot be written.
std::string add_receipt(Ledger& ledger, util::Timestamp now, const std::string& relay = {});

}  // namespace crmtrack::ledger
