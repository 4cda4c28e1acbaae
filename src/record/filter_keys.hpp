#pragma once

#include <span>

#include "query/filter.hpp"

namespace crmtrack::record {

/// The keys by which the filter language asks for complaints (crmtrack-filter(7)): status, owner, customer, project,
/// channel, reason, severity, level, segment, region, outcome, code, cause, type, ref, sentiment, promise, link,
/// contested, overdue, received, acknowledged, resolved, closed, age. Their words are those of vocabulary.hpp.
std::span<const query::KeySpec> complaint_keys();
/// The keys that are facts of the complaint, never folded state: what policy filters may use.
std::span<const query::KeySpec> fact_keys();

}  // namespace crmtrack::record
