#pragma once

#include "git/program/repository.hpp"

namespace crmtrack::ledger {

/// There is no ledger branch: why not, as far as the configuration tells.
[[noreturn]] void refuse_without_ledger(const git::Repository& repository);

/// Throws Error(repository) where there was a ledger branch, and is none now: a new ledger in its place would hide the
/// loss.
void refuse_lost_ledger(const git::Repository& repository);

}  // namespace crmtrack::ledger
