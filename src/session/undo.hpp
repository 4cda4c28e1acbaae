#pragma once

#include <string>
#include <vector>

#include "session/write.hpp"

namespace crmtrack::session {

/// The words by which the commit of an `undo` is known: `correction 7f3q: undone`.
inline constexpr std::string_view kUndone = "undone";

/// The command that `undo` takes back.
struct LastCommand {
  std::string commit;
  std::string subject;  ///< of the commit: `activity 7f3q2mxab4: call out`
};

/// The user's newest command in this clone that has not been undone. Throws Error(refused) where there is none, or it
/// is older than a day, or others have it already.
LastCommand get_last_command(Session& session);
/// The records that take it back: a strike for each, and a void for a complaint that it made. Throws Error(refused)
/// where a later record builds on one of them.
std::vector<Draft> undo_drafts(Session& session, const LastCommand& command);

}  // namespace crmtrack::session
