#pragma once

#include <optional>
#include <string>

#include "session/session.hpp"

namespace crmtrack::session {

/// Where the branch `ledger` is gone though this clone has read one: brings it back, so that nothing of it is lost that
/// was not yet shared, and gives the commit. Every command does so, also one that changes nothing itself: an index that
/// is made without the branch would forget where it was. Throws Error(repository) where the commit that it was at is
/// gone as well. To be called before the ledger is opened.
std::optional<std::string> bring_back_ledger(Session& session);
/// Warns of what was brought back, and how much of it others do not have. To be called when the ledger is open.
void tell_brought_back(Session& session, const std::string& commit);
/// Throws Error(repository) with the way back where the branch stands at no ledger's commit, though this clone
/// remembers one; nothing where the branch is a ledger's, or nothing is remembered.
void refuse_replaced_ledger(Session& session);
/// Where the branch stands at another ledger than the commit `theirs` of the ledger that it is shared with, and was at
/// that one before: the command that goes back. nullopt else.
std::optional<std::string> find_way_to_former(Session& session, const std::string& theirs);
/// Whether the branch is gone though this clone has read one.
bool is_ledger_gone(const git::Location& location);

}  // namespace crmtrack::session
