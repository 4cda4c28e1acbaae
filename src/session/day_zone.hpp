#pragma once

#include "session/session.hpp"
#include "util/zone.hpp"

namespace crmtrack::session {

/// The zone of the days in filters and reports, for all readers: the ledger's, or UTC where policy names none, since
/// `init` writes none where the machine is at UTC. Stories show times in the reader's own zone then.
util::Zone day_zone(Session& session);

}  // namespace crmtrack::session
