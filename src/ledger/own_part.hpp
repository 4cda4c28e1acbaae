#pragma once

#include <string>

namespace crmtrack::ledger {

/// What of the own ledger can be sent without commits of others, which a server takes from their authors alone.
struct OwnPart {
  std::string head = {};   ///< of what can be sent, with all that the server has; empty: nothing
  bool own_waits = false;  ///< own commits descend from those of others
};

}  // namespace crmtrack::ledger
