#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/index.hpp"
#include "story/decision.hpp"

namespace crmtrack::index {

/// The ids of decisions, the newest first.
std::vector<std::string> decision_ids(const Index& index);
/// The ids of the decisions whose id, or its random part, begins with `prefix`.
std::vector<std::string> decisions_by_prefix(const Index& index, std::string_view prefix);
/// nullopt where there is no story of that id, or none of its records that says what was decided counts.
std::optional<story::Decision> find_decision(const Index& index, const std::string& id);

}  // namespace crmtrack::index
