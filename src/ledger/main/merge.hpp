#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "git/program/git_program.hpp"
#include "ledger/audit/finding.hpp"
#include "ledger/ledger.hpp"
#include "ledger/share/remotes.hpp"
#include "policy/conflicts.hpp"

namespace crmtrack::ledger {

/// The result of bringing our main and a remote's together.
struct MainMerged {
  enum class State { nothing, forwarded, merged } state = State::nothing;
  std::string head;                           ///< of main now; empty: neither has one
  std::size_t commits = 0;                    ///< of theirs that are new to us
  std::vector<Finding> faults{};              ///< their changes without the right; none where the two were merged
  std::vector<policy::Conflict> conflicts{};  ///< entries of policy that both changed differently; main lists them
};

/// Whether the message of a merge on main says that a tool made it: merge_main, or Git by itself for a pull. Nobody
/// decided there about the content.
bool brings_main_over(std::string_view message);

/// Merges `theirs` (a commit of the remote's main; empty: none) into main: policy files entry by entry
/// (see merge_policies), everything else as any text, by the user's git. The merge commit is made at once, and the work
/// tree where main is checked out follows.
///
/// The upstream's main becomes the first parent. A merge of it that has it second, as `git pull` makes it, is merged
/// once more, into the upstream's.
///
/// Throws Error(conflict) with the next step where people have to settle changes of both sides. Throws Error(refused)
/// where uncommitted changes stand in the way, or where theirs changed policy without the right, because nobody has
/// reviewed that, and a colleague's clone does not decide about main. For the upstream's main, which is in force for
/// everybody, such a change is only reported if nothing has to be merged. After an error main is as it was.
MainMerged merge_main(const Ledger& ledger, const git::GitProgram& git, const std::string& theirs, const Remote& remote,
                      util::Instant now);

/// `commit 1f097c6abc: ben@example.com may not change policy, and 2 more`, for people. Precondition: there is one.
std::string describe_main_faults(const std::vector<Finding>& faults);

}  // namespace crmtrack::ledger
