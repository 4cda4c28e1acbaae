#pragma once

#include "git/program/repository.hpp"
#include "ledger/heads.hpp"
#include "ledger/ledger.hpp"
#include "ledger/share/upstream.hpp"

namespace crmtrack::ledger {

/// The repository in which a ledger lies.
struct Ledger::Impl : git::Repository {};

}  // namespace crmtrack::ledger
