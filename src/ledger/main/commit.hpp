#pragma once

#include "git/program/repository.hpp"

#include "ledger/main/change.hpp"

namespace crmtrack::ledger {

/// Commits an edit of main; Ledger::edit_main describes it.
void commit_to_main(const git::Repository& repository, const MainEdit& edit, util::Timestamp now);

}  // namespace crmtrack::ledger
