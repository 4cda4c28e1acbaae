#pragma once

#include <string>
#include <string_view>

#include "session/session.hpp"

namespace crmtrack::session {

/// Throws Error(refused) where a link of this kind from one complaint to another makes no sense: to itself, or a
/// duplicate of one that is void or, by whatever way, a duplicate of the first.
void require_linkable(Session& session, std::string_view kind, const std::string& from, const std::string& to);

}  // namespace crmtrack::session
