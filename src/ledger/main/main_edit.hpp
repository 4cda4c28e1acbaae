#pragma once

#include <vector>

#include "ledger/main/main_checkout.hpp"

namespace crmtrack::ledger {

/// What a command is changing in the work trees of main, written down before and forgotten after: a command that is
/// killed in between leaves files that are in no commit, which the next one puts back as they were. All three are
/// called under the writers' lock.
void begin_main_edit(const git::Repository& repository, const std::vector<MainFile>& files);
void end_main_edit(const git::Repository& repository);
/// Takes back what a dead command left; does nothing where there is nothing.
void undo_dead_main_edit(const git::Repository& repository);

}  // namespace crmtrack::ledger
