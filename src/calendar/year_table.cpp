#include "calendar/year_table.hpp"

#include <algorithm>

namespace crmtrack::calendar {

namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::year;
using util::Instant;

/// How far an interval, which lasts a day at most, and the offset of a zone reach beyond the year of a date.
constexpr days kReach{3};

Date first_of(year y) { return Date(y / 1 / 1); }
Instant start_of(year y) { return std::chrono::sys_days(y / 1 / 1); }

}  // namespace

std::vector<OpenSpan> open_on(const Plan& plan, Date date) {
  std::vector<OpenSpan> spans;
  for (const WallSpan& span : merge_hours(hours_of(plan, date))) {
    const Instant from = plan.zone.to_instant(date + span.from);
    const Instant to = plan.zone.to_instant(date + span.to);
    if (from < to) spans.push_back({date, from, to});
  }
  return spans;
}

YearTable::YearTable(const Plan& plan, year y) : end_(start_of(y + std::chrono::years(1))) {
  const Instant begin = start_of(y);
  const Date first = first_of(y);
  const Date behind = first_of(y + std::chrono::years(1));
  Instant covered = Instant::min();
  for (Date date = first - kReach; date < behind + kReach; date += days(1)) {
    const std::vector<OpenSpan> spans = open_on(plan, date);
    if (!spans.empty() && date >= first && date < behind) days_.push_back({date, spans.back().to});
    for (OpenSpan span : spans) {
      span.from = std::max(span.from, covered);
      covered = std::max(covered, span.to);
      const Instant from = std::max(span.from, begin);
      const Instant to = std::min(span.to, end_);
      if (from >= to) continue;
      entries_.push_back({span, from, total_});
      total_ += to - from;
    }
  }
}

std::vector<YearTable::Entry>::const_iterator YearTable::last_from(Instant time) const {
  const auto next = std::upper_bound(entries_.begin(), entries_.end(), time,
                                     [](Instant t, const Entry& entry) { return t < entry.from; });
  return next == entries_.begin() ? entries_.end() : next - 1;
}

seconds YearTable::worked_before(Instant time) const {
  const auto entry = last_from(time);
  if (entry == entries_.end()) return seconds(0);
  return entry->before + (std::min({time, entry->span.to, end_}) - entry->from);
}

Instant YearTable::instant_after(seconds amount) const {
  const auto next = std::lower_bound(entries_.begin(), entries_.end(), amount,
                                     [](const Entry& entry, seconds sum) { return entry.before < sum; });
  const Entry& entry = *(next - 1);
  return entry.from + (amount - entry.before);
}

const OpenSpan* YearTable::find_open(Instant from) const {
  auto entry = last_from(from);
  if (entry == entries_.end())
    entry = entries_.begin();
  else if (entry->span.to <= from)
    ++entry;
  return entry == entries_.end() ? nullptr : &entry->span;
}

}  // namespace crmtrack::calendar
