#include "warning/counts.hpp"

#include <algorithm>

namespace crmtrack::warning {

namespace {

void set_baseline(Counted& counted, const Periods& periods, const SetBaseline* set) {
  const std::size_t from = set == nullptr ? counted.begin : std::max(counted.begin, periods.first_from(set->from));
  std::size_t to = from + kBaselinePeriods;
  if (set != nullptr && set->to) {
    to = from;  // periods that end by then
    while (to < periods.size() && periods.end_of(to) <= *set->to) ++to;
  }
  if (set != nullptr) counted.since = set->from;
  counted.base_begin = from;
  counted.base_end = to <= counted.end() ? to : from;  // not complete yet: none
}

}  // namespace

Counted count(const Series& series, const Periods& periods, const SetBaseline* set) {
  Counted counted;
  counted.begin = periods.size();
  if (series.events.empty()) return counted;
  const auto first = periods.find(std::max(series.events.front().at, periods.begin_of(0)));
  counted.begin = first ? std::min(*first + 1, periods.size()) : periods.size();
  const Counting counting = counting_of(series.measure);
  counted.counts.resize(periods.size() - counted.begin, Count{0, counting == Counting::count ? 1.0 : 0.0});
  std::size_t place = counted.begin;
  for (const Event& event : series.events) {
    if (place >= periods.size() || event.at >= periods.end()) break;
    if (event.at < periods.begin_of(place)) continue;
    while (event.at >= periods.end_of(place)) ++place;
    Count& now = counted.counts[place - counted.begin];
    if (event.hit) now.hits += 1;
    if (counting == Counting::share || (counting == Counting::rate && !event.hit)) now.all += 1;
  }
  set_baseline(counted, periods, set);
  return counted;
}

}  // namespace crmtrack::warning
