#pragma once

#include <utility>
#include <vector>

#include "session/check/checks.hpp"

namespace crmtrack::session {

/// The checks of Git's objects and names: whether the ledger's newest objects are what their names say,
/// and whether plain git shows what crmtrack reads.
std::vector<std::pair<const char*, Check (*)(Session&)>> object_checks();

}  // namespace crmtrack::session
