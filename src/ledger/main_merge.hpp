#pragma once

#include <string>

#include "ledger/git_program.hpp"
#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// How main and what a remote has of it were brought together.
struct MainMerged {
  enum class State { nothing, forwarded, merged } state = State::nothing;
  std::string head;         ///< of main now; empty: neither has one
  std::size_t commits = 0;  ///< of theirs that are new to us
};

/// Merges `theirs` (a commit of the remote's main; empty: none) into main as any text, by the user's git: in the work
/// tree where main is checked out, else without one. Throws Error(conflict) with how to finish where people have to
/// settle what both changed, Error(refused) where uncommitted changes stand in the way; main is then as it was.
MainMerged merge_main(const Ledger& ledger, const GitProgram& git, const std::string& theirs, const Remote& remote);

}  // namespace crmtrack::ledger
