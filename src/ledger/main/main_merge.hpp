#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "git/program/git_program.hpp"
#include "ledger/audit/finding.hpp"
#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// How main and what a remote has of it were brought together.
struct MainMerged {
  enum class State { nothing, forwarded, merged } state = State::nothing;
  std::string head;               ///< of main now; empty: neither has one
  std::size_t commits = 0;        ///< of theirs that are new to us
  std::vector<Finding> faults{};  ///< what these did without the right to; none where the two were merged
};

/// Whether a merge on main says that it only brought over what main was elsewhere: that of merge_main, and those that
/// Git makes by itself for a pull. Nobody decided there what came.
bool brings_main_over(std::string_view message);

/// Merges `theirs` (a commit of the remote's main; empty: none) into main as any text, by the user's git: in the work
/// tree where main is checked out, else without one. Throws Error(conflict) with how to finish where people have to
/// settle what both changed, Error(refused) where uncommitted changes stand in the way, or where theirs changed policy
/// without the right to: a merge that nobody looked at must not take that in, nor is main what a colleague's clone
/// says. Of the upstream's main, which is in force for everybody, it is merely told where nothing has to be merged.
/// Main is then as it was.
MainMerged merge_main(const Ledger& ledger, const git::GitProgram& git, const std::string& theirs, const Remote& remote,
                      util::Instant now);

/// `commit 1f097c6abc: ben@example.com may not change policy, and 2 more`, for people. Precondition: there is one.
std::string describe_main_faults(const std::vector<Finding>& faults);

}  // namespace crmtrack::ledger
