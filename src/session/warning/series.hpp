#pragma once

#include <optional>
#include <vector>

#include "query/filter.hpp"
#include "session/session.hpp"
#include "warning/series.hpp"

namespace crmtrack::session {

/// All that early warning tests: the series of the complaints that a filter selects, and the contacts of their
/// customers.
struct Watched {
  std::vector<warning::Series> series;
  std::vector<warning::Contacts> customers;
  std::optional<util::Instant> first;  ///< the first receipt; none without complaints
};

/// Counts volume overall, by project and by reason (an old one under its successor), every other measure overall and by
/// project. Void complaints, and promises and steps beside any complaint, are left out; so is what happened at `until`
/// or later.
Watched load_watched(Session& session, const query::Filter& filter, util::Instant until);

}  // namespace crmtrack::session
