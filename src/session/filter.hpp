#pragma once

#include <string>
#include <vector>

#include "query/filter.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// The filter of a command's words. Words of policy stand as their codes (policy::filter_words), `owner:left` as
/// everybody who has left, and a customer who was merged as the one that stands for them. Throws Error(usage) that
/// points at the word.
query::Filter parse_filter(Session& session, const std::vector<std::string>& words);

}  // namespace crmtrack::session
