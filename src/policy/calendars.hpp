#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/plan.hpp"
#include "policy/policy.hpp"

namespace crmtrack::policy {

/// The calendar that counts where nothing names another one.
inline constexpr std::string_view kDefaultCalendar = "default";

/// The days of a calendar's `week`, Monday first.
inline constexpr std::array<std::string_view, 7> kWeekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

/// Reads calendars.yaml (crmtrack-calendars(5)): a map from each name to its plan, or to a list of plans, each with the
/// time from which it holds. Faults go to the findings, and the entry is left out.
std::vector<CalendarEntry> load_calendars(const Files& files, std::vector<Finding>& findings);

/// Gives each version of a calendar the holidays and exceptions of all its versions: the newest known count, whatever
/// version a promise began with. Where two versions differ about a date, the later one's stands.
void share_dates(std::vector<CalendarEntry>& calendars);

/// The newest version of a calendar, with the dates of all of its versions; nullopt where there is none of that name.
std::optional<CalendarEntry> find_newest_calendar(const Policy& policy, std::string_view name);

/// The plan of an entry in its own zone, or else in `zone`. Throws Error(refused) for a zone that this machine does not
/// know.
calendar::Plan plan_of(const CalendarEntry& entry, const util::Zone& zone);

/// An entry as calendars.yaml has it, without its name.
yaml::Node node_of(const CalendarEntry& entry);

}  // namespace crmtrack::policy
