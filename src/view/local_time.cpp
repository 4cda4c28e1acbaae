#include "view/local_time.hpp"

#include <chrono>

namespace crmtrack::view {

std::string local_time(const util::Zone& zone, util::Instant time) {
  const std::string text = util::format_rfc3339(zone.at(time));
  return text.substr(0, 10) + " " + text.substr(11, 5);
}

std::int64_t age_in_days(const Setting& setting, util::Instant since) {
  const auto days = [&](util::Instant time) { return std::chrono::sys_days(setting.zone.date_of(time)); };
  return (days(setting.now) - days(since)).count();
}

}  // namespace crmtrack::view
