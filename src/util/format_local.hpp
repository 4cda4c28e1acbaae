#pragma once

#include <string>

#include "util/time.hpp"
#include "util/zone.hpp"

namespace crmtrack::util {

/// A time for people: `2026-11-21 09:12` in that zone.
inline std::string format_local(const Zone& zone, Instant time) {
  const std::string text = format_rfc3339(zone.at(time));
  return text.substr(0, 10) + " " + text.substr(11, 5);
}

}  // namespace crmtrack::util
