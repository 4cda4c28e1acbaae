#pragma once

#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// Packs loose objects when there are many, in the background, under the lock; never fails a command.
void maintain(Ledger& ledger);

}  // namespace crmtrack::ledger
