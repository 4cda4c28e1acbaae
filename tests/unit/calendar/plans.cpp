#include "plans.hpp"

#include <doctest/doctest.h>

namespace crmtrack::calendar::testing {

util::Instant at(const Calendar& calendar, std::string_view text) {
  if (const auto exact = util::parse_rfc3339(text)) return exact->utc;
  const auto local = util::parse_rfc3339(std::string(text) + (text.size() == 16 ? ":00Z" : "Z"));
  REQUIRE(local);
  return calendar.plan().zone.to_instant(std::chrono::local_seconds(local->utc.time_since_epoch()));
}

std::string shown(const Calendar& calendar, std::optional<util::Instant> time) {
  if (!time) return "never";
  const auto local = calendar.plan().zone.to_local(*time);
  return util::format_utc(util::Instant(local.time_since_epoch())).substr(0, 19);
}

Date date(std::string_view text) {
  const auto day = util::parse_date(text);
  REQUIRE(day);
  return Date(*day);
}

std::vector<Hours> hours(std::initializer_list<std::string_view> texts) {
  std::vector<Hours> read;
  for (const std::string_view text : texts) {
    const auto one = parse_hours(text);
    REQUIRE_MESSAGE(one, text);
    read.push_back(*one);
  }
  return read;
}

Plan working_week(std::initializer_list<std::string_view> texts, std::string_view zone) {
  Plan plan = every_day(texts, zone);
  plan.week[5].clear();
  plan.week[6].clear();
  return plan;
}

Plan every_day(std::initializer_list<std::string_view> texts, std::string_view zone) {
  Plan plan{"test", util::Zone::load(zone), {}, {}, {}};
  plan.week.fill(hours(texts));
  return plan;
}

}  // namespace crmtrack::calendar::testing
