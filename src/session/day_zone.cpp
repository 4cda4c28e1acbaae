#include "session/day_zone.hpp"

#include "index/read/policy_file.hpp"

namespace crmtrack::session {

util::Zone day_zone(Session& session) {
  return index::policy_zone(session.index()).empty() ? util::Zone::utc() : session.ledger_zone();
}

}  // namespace crmtrack::session
