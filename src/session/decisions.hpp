#pragma once

#include <string>
#include <string_view>

#include "session/session.hpp"
#include "story/decision.hpp"

namespace crmtrack::session {

/// The decision that people mean by a prefix (at least 4 characters) of the random part of its id, or the whole id.
/// Throws Error(not_found), or Error(ambiguous) with the candidates as hints.
story::Decision get_decision(Session& session, std::string_view word);
/// An id for a new decision, whose random part no other decision's begins like.
std::string fresh_decision_id(Session& session, util::Instant at, const std::string& content);

}  // namespace crmtrack::session
