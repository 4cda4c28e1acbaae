#include "ledger/checked_out.hpp"

#include <fmt/format.h>

#include "ledger/branch_names.hpp"
#include "ledger/worktrees.hpp"
#include "util/error.hpp"

namespace crmtrack::ledger {

void refuse_checked_out_ledger(const Location& location) {
  const std::vector<Worktree> worktrees = find_worktrees(location);
  for (const Worktree& worktree : worktrees) {
    if (worktree.branch != kLedgerRef) continue;
    throw util::Error(
        util::ErrorKind::repository,
        fmt::format("cannot write to the ledger: its branch is checked out in '{}'", worktree.folder.string()),
        {leaving_command(worktree, worktrees),
         fmt::format("to look at it: git -C '{}' switch --detach ledger", worktree.folder.string())});
  }
}

}  // namespace crmtrack::ledger
