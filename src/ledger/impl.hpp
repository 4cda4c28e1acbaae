#pragma once

#include "ledger/heads.hpp"
#include "ledger/ledger.hpp"
#include "ledger/repository.hpp"
#include "ledger/upstream.hpp"

namespace crmtrack::ledger {

/// What a ledger stands on.
struct Ledger::Impl : Repository {};

}  // namespace crmtrack::ledger
