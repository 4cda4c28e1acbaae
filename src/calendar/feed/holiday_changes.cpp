#include "calendar/feed/holiday_changes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "util/text/case.hpp"

namespace crmtrack::calendar {

namespace {

using std::chrono::days;

/// All that a feed says of one date.
struct FeedDate {
  std::vector<const FeedDay*> whole;
  std::vector<const FeedDay*> parts;
};

std::map<Date, FeedDate> by_date(const HolidayFeed& feed) {
  std::map<Date, FeedDate> dates;
  for (const FeedDay& day : feed.days)
    for (Date date = day.first; date <= day.last; date += days(1))
      (day.closed ? dates[date].parts : dates[date].whole).push_back(&day);
  return dates;
}

/// The texts of several events of one date, each once.
std::string joined_text(const std::vector<const FeedDay*>& events) {
  std::vector<std::string> texts;
  for (const FeedDay* const event : events)
    if (std::find(texts.begin(), texts.end(), event->summary) == texts.end()) texts.push_back(event->summary);
  std::string joined;
  for (const std::string& text : texts) joined += (joined.empty() ? "" : "; ") + text;
  return joined;
}

Hours hours_of_span(const WallSpan& span) { return {span.from, span.to > kDay ? span.to - kDay : span.to}; }

void add_holiday(Date date, const FeedDate& said, const Plan& plan, HolidayChanges& changes) {
  HolidayChange change{HolidayChange::Kind::holiday, date, joined_text(said.whole), {}, said.whole[0]->line, {}};
  const auto known = plan.holidays.find(date);
  if (known == plan.holidays.end())
    changes.added.push_back(std::move(change));
  else if (known->second == change.text)
    changes.known.push_back(std::move(change));
  else
    changes.retold.push_back(std::move(change));
}

/// Half days of a date that is not closed as a whole.
void add_exception(Date date, const FeedDate& said, const Plan& plan, HolidayChanges& changes) {
  std::vector<WallSpan> closed;
  for (const FeedDay* const part : said.parts) closed.push_back(*part->closed);
  const std::vector<Hours>& usual = plan.week[std::chrono::weekday(date).iso_encoding() - 1];
  HolidayChange change{HolidayChange::Kind::exception,
                       date,
                       joined_text(said.parts),
                       hours_without(usual, closed),
                       said.parts[0]->line,
                       said.parts[0]->note};
  const auto known = plan.exceptions.find(date);
  if (known != plan.exceptions.end() && merge_hours(known->second.hours) == merge_hours(change.hours))
    changes.known.push_back(std::move(change));
  else if (known != plan.exceptions.end())
    changes.without_effect.push_back({change.line, change.text, "the date has an exception of its own"});
  else if (plan.holidays.contains(date))
    changes.without_effect.push_back({change.line, change.text, "the date is a holiday already"});
  else if (merge_hours(change.hours) == merge_hours(usual))
    changes.without_effect.push_back({change.line, change.text, "nothing is open at its hours"});
  else
    changes.added.push_back(std::move(change));
}

/// The name by which two years are compared: `Christmas Day (substitute day)` is Christmas Day, in any case of letters.
std::string name_of_holiday(std::string_view text) {
  const auto end = text.find(" (");
  return util::fold_case(end == 0 ? text : text.substr(0, end));
}

using Holidays = std::map<Date, std::string>;

std::vector<YearDifference> only_in(int year, const Holidays& holidays, int other_year) {
  std::set<std::string> others;
  const auto year_of_date = [](Date date) { return int(std::chrono::year_month_day(date).year()); };
  for (const auto& [date, text] : holidays)
    if (year_of_date(date) == other_year) others.insert(name_of_holiday(text));
  std::vector<YearDifference> differences;
  if (others.empty()) return differences;
  for (const auto& [date, text] : holidays)
    if (year_of_date(date) == year && !others.contains(name_of_holiday(text))) differences.push_back({date, text});
  return differences;
}

void compare_years(const Holidays& holidays, YearRange years, HolidayChanges& changes) {
  for (int year = years.first; year <= years.last; ++year) {
    for (auto& one : only_in(year, holidays, year - 1)) changes.new_this_year.push_back(std::move(one));
    for (auto& one : only_in(year - 1, holidays, year)) changes.gone_since_last_year.push_back(std::move(one));
  }
}

}  // namespace

std::vector<Hours> hours_without(const std::vector<Hours>& hours, const std::vector<WallSpan>& closed) {
  std::vector<WallSpan> open = merge_hours(hours);
  for (WallSpan part : closed) {
    if (part.to >= kDay) part.to = 2 * kDay;
    std::vector<WallSpan> left;
    for (const WallSpan& span : open) {
      if (const WallSpan before{span.from, std::min(span.to, part.from)}; before.from < before.to)
        left.push_back(before);
      if (const WallSpan after{std::max(span.from, part.to), span.to}; after.from < after.to) left.push_back(after);
    }
    open = std::move(left);
  }
  std::vector<Hours> result;
  std::transform(open.begin(), open.end(), std::back_inserter(result), hours_of_span);
  return result;
}

HolidayChanges changes_by(const HolidayFeed& feed, const Plan& plan, YearRange years) {
  HolidayChanges changes;
  const auto dates = by_date(feed);
  for (const auto& [date, said] : dates)
    if (!said.whole.empty())
      add_holiday(date, said, plan, changes);
    else
      add_exception(date, said, plan, changes);
  Holidays all = plan.holidays;
  for (const auto& [date, said] : dates)
    if (!said.whole.empty()) all[date] = joined_text(said.whole);
  for (const auto& [date, text] : plan.holidays) {
    const int year = int(std::chrono::year_month_day(date).year());
    const auto said = dates.find(date);
    const bool is_in_feed = said != dates.end() && !said->second.whole.empty();
    if (year >= years.first && year <= years.last && !is_in_feed) changes.only_in_plan.push_back({date, text});
  }
  compare_years(all, years, changes);
  return changes;
}

Plan with_changes(Plan plan, const HolidayChanges& changes) {
  for (const auto* const list : {&changes.added, &changes.retold})
    for (const HolidayChange& change : *list)
      if (change.kind == HolidayChange::Kind::holiday)
        plan.holidays[change.date] = change.text;
      else
        plan.exceptions[change.date] = {change.hours, change.text};
  return plan;
}

}  // namespace crmtrack::calendar
