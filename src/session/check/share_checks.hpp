#pragma once

#include <utility>
#include <vector>

#include "session/check/checks.hpp"

namespace crmtrack::session {

/// The checks of a repository that is shared: its remote, what waits to be sent, whether the other side keeps
/// history from being lost, locks left over, the index against the ledger.
std::vector<std::pair<const char*, Check (*)(Session&)>> share_checks();

}  // namespace crmtrack::session
