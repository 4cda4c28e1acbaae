#pragma once

#include <vector>

#include "ledger/main/checkout.hpp"

namespace crmtrack::ledger {

/// Notes the files that a command is about to change in the work trees of main. If the command is killed, files are
/// left that are in no commit, and the next command puts them back by this note. Precondition of all three functions:
/// the caller holds the writers' lock.
void begin_main_edit(const git::Repository& repository, const std::vector<MainFile>& files);
void end_main_edit(const git::Repository& repository);
/// Takes back the changes that a dead command left; does nothing where there are none.
void undo_dead_main_edit(const git::Repository& repository);

}  // namespace crmtrack::ledger
