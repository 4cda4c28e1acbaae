#pragma once

#include <string>
#include <vector>

#include "git/program/git_program.hpp"

namespace crmtrack::session {

/// The heads of a remote's two branches, as the last fetch brought them.
struct RemoteHeads {
  std::string ledger, main;
};

/// Whether a remote holds nothing but what `init --bare` made there: each branch has its first commit alone, and main
/// says that it was made for a server. Nothing is lost where another ledger takes its place.
bool is_unused_hub(const git::GitProgram& git, const RemoteHeads& theirs);
/// Puts branches of this clone in the place of those of an unused hub, both or none, and only where they stand as
/// fetched. Forgets that this clone has seen them, so that an audit takes them for no history that was rewritten:
/// `tracking` are the references that a fetch keeps them in. Throws Error(refused) where the remote does not let them
/// be replaced.
void take_over_hub(const git::GitProgram& git, const std::string& remote, const RemoteHeads& theirs,
                   const std::vector<std::string>& branches, const std::vector<std::string>& tracking);

}  // namespace crmtrack::session
