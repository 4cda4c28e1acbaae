#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "util/time.hpp"

namespace crmtrack::policy {

/// The role at whose level a project's own manager stands.
inline constexpr std::string_view kProjectManagerRole = "project_manager";

/// The date by which entries are chosen for something that happens then: that of UTC, the same for every reader.
inline std::string date_of_entries(util::Instant time) { return util::format_utc(time).substr(0, 10); }

/// Of the entries that `fits` accepts, the one with the newest `from` not after `date` (crmtrack-format(5), POLICY
/// FILES); the first of equals; null where none has come. An empty date is after all others.
template <class Entry, class Fits>
const Entry* find_newest(const std::vector<Entry>& entries, std::string_view date, const Fits& fits) {
  const Entry* newest = nullptr;
  for (const Entry& entry : entries) {
    const bool has_come = date.empty() || entry.from <= date;
    if (has_come && fits(entry) && (newest == nullptr || newest->from < entry.from)) newest = &entry;
  }
  return newest;
}

}  // namespace crmtrack::policy
