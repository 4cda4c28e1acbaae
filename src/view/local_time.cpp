#include "view/local_time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "util/format_local.hpp"

namespace crmtrack::view {

std::string local_time(const util::Zone& zone, util::Instant time) { return util::format_local(zone, time); }

std::string stated_time(const std::string& text, const util::Zone* zone) {
  const auto time = util::parse_rfc3339(text);
  if (!time) return text;
  return zone != nullptr ? local_time(*zone, time->utc) : text.substr(0, 10) + " " + text.substr(11, 5);
}

std::int64_t age_in_days(const Setting& setting, util::Instant since) {
  const auto days = [&](util::Instant time) { return std::chrono::sys_days(setting.zone.date_of(time)); };
  return (days(setting.now) - days(since)).count();
}

std::string time_left(const Setting& setting, util::Instant due) {
  using namespace std::chrono;
  const seconds left = due - setting.now;
  if (left == seconds(0)) return "now";
  const seconds length = abs(left);
  std::string amount;
  if (length < hours(1))
    amount = fmt::format("{} min", std::max<std::int64_t>(duration_cast<minutes>(length).count(), 1));
  else if (length < days(2))
    amount = fmt::format("{} h", duration_cast<hours>(length).count());
  else
    amount = fmt::format("{} d", duration_cast<days>(length).count());
  return left > seconds(0) ? "in " + amount : amount + " late";
}

std::string coarse_duration(std::chrono::seconds duration) {
  using namespace std::chrono;
  if (duration < hours(1)) return fmt::format("{}m", duration_cast<minutes>(duration).count());
  if (duration < days(2)) return fmt::format("{}h", duration_cast<hours>(duration).count());
  return fmt::format("{}d", duration_cast<days>(duration).count());
}

}  // namespace crmtrack::view
