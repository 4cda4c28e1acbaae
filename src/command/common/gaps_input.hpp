#pragma once

#include <vector>

#include "command/common/context.hpp"
#include "index/read/promises.hpp"
#include "index/row.hpp"

namespace crmtrack::command {

/// Loads the gaps in the handling of the complaints and promises of a selection (docs/domain.md, Gaps). A complaint is
/// silent after the days that policy names (`no_contact_days`).
std::vector<index::GapRow> load_gaps(Context& context, const index::PromiseSelection& selection);

}  // namespace crmtrack::command
