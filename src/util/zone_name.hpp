#pragma once

#include <string_view>

namespace crmtrack::util {

/// Whether a text may be the name of a zone of the time zone database: `Europe/London`. Such a name does not lead out
/// of the database's folder.
bool is_zone_name(std::string_view name);

}  // namespace crmtrack::util
