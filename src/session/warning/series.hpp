#pragma once

#include <vector>

#include "query/filter.hpp"
#include "session/session.hpp"
#include "warning/periods.hpp"
#include "warning/series.hpp"

namespace crmtrack::session {

/// All that early warning tests: the series of the complaints that a filter selects, and the contacts of their
/// customers, in the complete periods from the first receipt on.
struct Watched {
  warning::Periods periods;
  std::vector<warning::Series> series;
  std::vector<warning::Contacts> customers;
};

/// Counts volume overall, by project and by reason (an old one under its successor), every other measure overall and by
/// project. Void complaints, and promises and steps beside any complaint, are left out; so is what happened after
/// the last complete period. The length of the periods is policy's `period`, else a week.
Watched load_watched(Session& session, const query::Filter& filter);

}  // namespace crmtrack::session
