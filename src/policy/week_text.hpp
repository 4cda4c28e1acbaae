#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "calendar/plan.hpp"

namespace crmtrack::policy {

/// Reads the hours of a week as people type them: `mon-fri 09:00-17:00`, `mon-thu 08:00-12:00 13:00-17:00, fri
/// 08:00-14:00`, `daily 00:00-24:00`. A day that is not named is closed. The error says which part is wrong.
tl::expected<calendar::Week, std::string> parse_week(std::string_view text);

/// The hours of a week as `parse_week` reads them: days in a row with equal hours together. Empty: never open.
std::string format_week(const calendar::Week& week);

/// Reads the hours of one date: intervals with blanks between them, or `closed`.
tl::expected<std::vector<calendar::Hours>, std::string> parse_day(std::string_view text);
/// The hours of one date as `parse_day` reads them.
std::string format_day(const std::vector<calendar::Hours>& hours);

}  // namespace crmtrack::policy
