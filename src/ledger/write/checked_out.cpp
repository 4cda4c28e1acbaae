#include "ledger/write/checked_out.hpp"

#include <fmt/format.h>

#include "git/reference/branch_names.hpp"
#include "git/reference/worktrees.hpp"
#include "util/error.hpp"

namespace crmtrack::ledger {

void refuse_checked_out_ledger(const git::Location& location) {
  const std::vector<git::Worktree> worktrees = git::find_worktrees(location);
  for (const git::Worktree& worktree : worktrees) {
    if (worktree.branch != git::kLedgerRef) continue;
    throw util::Error(
        util::ErrorKind::repository,
        fmt::format("cannot write to the ledger: its branch is checked out in '{}'", worktree.folder.string()),
        {git::leaving_command(worktree, worktrees),
         fmt::format("to look at it: git -C '{}' switch --detach ledger", worktree.folder.string())});
  }
}

}  // namespace crmtrack::ledger
