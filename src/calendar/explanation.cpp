#include "calendar/explanation.hpp"

#include <algorithm>
#include <utility>

#include "calendar/clock.hpp"

namespace crmtrack::calendar {

namespace {

using std::chrono::seconds;
using util::Instant;

/// The time to be listed: up to the due time, else up to an endless pause, else nothing.
Instant end_of_list(Instant start, std::optional<Instant> due, const Pauses& pauses) {
  if (due) return *due;
  const bool stands_still = !pauses.empty() && !pauses.list().back().to;
  return stands_still ? std::max(start, pauses.list().back().from) : start;
}

seconds paused_within(const OpenSpan& open, const Pauses& pauses) {
  seconds sum(0);
  for (auto pause = pauses.after(open.from); pause != pauses.list().end() && pause->from < open.to; ++pause)
    sum += (pause->to ? std::min(*pause->to, open.to) : open.to) - std::max(pause->from, open.from);
  return sum;
}

void list_parts(Explanation& told, Instant end, const Calendar& calendar, const Pauses& pauses) {
  seconds sum(0);
  auto open = calendar.find_open(told.start);
  for (; open && open->from < end; open = calendar.find_open(open->to)) {
    if (told.parts.size() == kMostParts) {
      told.is_cut = true;
      return;
    }
    const OpenSpan cut{open->date, std::max(open->from, told.start), std::min(open->to, end)};
    const seconds paused = paused_within(cut, pauses);
    const seconds counted = cut.to - cut.from - paused;
    sum += counted;
    told.parts.push_back({cut, paused, counted, sum});
  }
}

void list_other_days(Explanation& told, Instant end, const Calendar& calendar) {
  const Plan& plan = calendar.plan();
  const Date first = calendar.date_of(told.start);
  const Date last = calendar.date_of(end);
  for (auto day = plan.holidays.lower_bound(first); day != plan.holidays.end() && day->first <= last; ++day)
    if (!plan.exceptions.contains(day->first)) told.other_days.push_back({day->first, true, day->second});
  for (auto day = plan.exceptions.lower_bound(first); day != plan.exceptions.end() && day->first <= last; ++day)
    told.other_days.push_back({day->first, false, day->second.text});
  std::sort(told.other_days.begin(), told.other_days.end(),
            [](const auto& a, const auto& b) { return a.date < b.date; });
}

void list_business_days(Explanation& told, const Calendar& calendar) {
  if (told.target.unit != Target::Unit::business_days || told.target.count == 0) return;
  for (int n = 0; n <= told.target.count; ++n) {
    const auto day = calendar.find_business_day(told.start, n);
    if (!day) return;
    told.business_days.push_back(*day);
  }
}

}  // namespace

Explanation explain(Instant start, const Target& target, const Calendar& calendar, const Pauses& given,
                    std::string tzdata) {
  const Pauses pauses = target.unit == Target::Unit::days ? Pauses() : given;
  Explanation told;
  told.calendar = calendar.plan().name;
  told.zone = calendar.plan().zone.name();
  told.tzdata = std::move(tzdata);
  told.start = start;
  told.target = target;
  told.business_time = business_time_of(start, target, calendar);
  told.due = due(start, target, calendar, pauses);
  const Instant end = end_of_list(start, told.due, pauses);
  list_business_days(told, calendar);
  list_parts(told, end, calendar, pauses);
  list_other_days(told, end, calendar);
  for (auto pause = pauses.after(start); pause != pauses.list().end() && pause->from <= end; ++pause)
    told.pauses.push_back(*pause);
  told.sum = elapsed(start, end, calendar, pauses);
  return told;
}

}  // namespace crmtrack::calendar
