#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/filter.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// Whether a person of the directory has left by today.
bool has_left(Session& session, std::string_view mail);

/// The filter of a command's words, with the values that stand for others replaced: `owner:left` by everybody who has
/// left, `owner:ben` by the only address that begins so, and a customer who was merged by the one that stands for them.
/// Throws Error(usage) that points at the word, and Error(ambiguous) for a person.
query::Filter read_filter(Session& session, const std::vector<std::string>& words);

}  // namespace crmtrack::session
