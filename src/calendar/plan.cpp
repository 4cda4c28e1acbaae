#include "calendar/plan.hpp"

#include <utility>

namespace crmtrack::calendar {

const std::vector<Hours>& hours_of(const Plan& plan, Date date) {
  static const std::vector<Hours> kClosed;
  if (const auto exception = plan.exceptions.find(date); exception != plan.exceptions.end())
    return exception->second.hours;
  if (plan.holidays.contains(date)) return kClosed;
  return plan.week[std::chrono::weekday(date).iso_encoding() - 1];
}

Plan always_open(std::string name, util::Zone zone) {
  Plan plan{std::move(name), std::move(zone), {}, {}, {}};
  plan.week.fill({Hours{std::chrono::seconds(0), std::chrono::hours(24)}});
  return plan;
}

}  // namespace crmtrack::calendar
