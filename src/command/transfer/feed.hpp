#pragma once

#include <string>

#include "command/common/context.hpp"

namespace crmtrack::command {

/// The revision that stands for the time before the first commit.
inline constexpr const char* kFeedBeginning = "beginning";

/// The feed for systems that follow the ledger: the stories that say something else since the commit `since`, as JSON
/// lines, and a last line of type `feed` with the commit up to which it goes. It is found by ancestry, not by time: a
/// record that a merge brought is new, however old it is. False where something could not be read and was left out.
/// Throws Error(not_found) for an unknown revision, Error(refused) for a commit that the ledger does not descend from.
bool export_feed(Context& context, const std::string& since);

}  // namespace crmtrack::command
