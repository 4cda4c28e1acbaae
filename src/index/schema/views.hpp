#pragma once

#include <string>

#include "util/time.hpp"

namespace crmtrack::index {

/// The views that `sql` reads, as they are at `now`: `CREATE TEMP VIEW` statements (and what drops those of before).
std::string views_at(util::Instant now);

}  // namespace crmtrack::index
