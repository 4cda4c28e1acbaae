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
/// left, and a customer who was merged by the one that stands for them. Throws as parse_filter does.
query::Filter read_filter(Session& session, const std::vector<std::string>& words);

}  // namespace crmtrack::session
