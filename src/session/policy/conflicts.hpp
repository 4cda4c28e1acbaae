#pragma once

#include <string>

#include "session/policy_edit.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// Looks at what plain Git did to main since the last look, and lists in conflicts.yaml each entry of policy of which a
/// merge or a rebase chose one version by itself. Sets the merge driver up where that was not done yet. Every command
/// that writes calls it first. It does nothing where the user may not change policy, and never stops the command.
void add_missing_conflicts(Session& session);

/// Says, in one line, that entries of policy wait to be settled; says nothing where none do.
void tell_conflicts(Session& session);

/// The decision about a conflict.
struct Settlement {
  std::string file, key;  ///< `people` or `people.yaml`, and the entry's key
  bool take = false;      ///< the version that waits replaces the one that stands
  std::string commit;     ///< the beginning of the id of the commit that made that version; empty: there is only one
  std::string why;
};

/// Settles a conflict and commits main at once: the version that stands stays, or the other takes its place, and the
/// conflict leaves conflicts.yaml. Throws Error(not_found) where no such conflict waits, Error(ambiguous) where several
/// versions wait and `commit` does not choose, Error(refused) where the user may not change policy, or the result would
/// not pass `policy check`.
PolicyEdited settle_conflict(Session& session, const Settlement& settlement);

}  // namespace crmtrack::session
