#include "view/calendar_year.hpp"

#include <fmt/format.h>

#include <array>

#include "calendar/year_table.hpp"
#include "policy/calendars.hpp"
#include "policy/week_text.hpp"
#include "util/counted.hpp"
#include "util/time.hpp"

namespace crmtrack::view {

namespace {

using calendar::Date;
using document::Document;
using document::Heading;
using document::Line;
using document::Lines;
using document::Role;
using document::Value;

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
/// A month begins on one of seven weekdays, and has 31 days at most.
constexpr std::size_t kMonthWidth = 37;

struct Sign {
  char letter;
  Role role;
};

Sign sign_of(const CalendarDate& date) {
  const bool opens = date.open.count() > 0;
  switch (date.kind) {
    case CalendarDate::Kind::holiday:
      return {'-', Role::warning};
    case CalendarDate::Kind::exception:
      return opens ? Sign{'+', Role::good} : Sign{'x', Role::warning};
    case CalendarDate::Kind::week:
      break;
  }
  return opens ? Sign{'#', Role::plain} : Sign{'.', Role::dim};
}

std::string_view name_of(CalendarDate::Kind kind) {
  if (kind == CalendarDate::Kind::holiday) return "holiday";
  return kind == CalendarDate::Kind::exception ? "exception" : "week";
}

std::size_t weekday_of(Date date) { return std::chrono::weekday(date).iso_encoding() - 1; }
std::chrono::year_month_day day_of(Date date) { return std::chrono::year_month_day(date); }

/// `168h`, `167h 30m`.
std::string hours_text(std::chrono::seconds amount) {
  const auto minutes = amount.count() / 60;
  return minutes % 60 == 0 ? fmt::format("{}h", minutes / 60) : fmt::format("{}h {:02}m", minutes / 60, minutes % 60);
}

struct Sum {
  std::size_t days = 0;
  std::chrono::seconds open{0};
  void add(const CalendarDate& date) {
    days += date.open.count() > 0 ? 1 : 0;
    open += date.open;
  }
};

/// The line of a month, from its first date on; moves `at` behind its last.
Line month_line(const std::vector<CalendarDate>& dates, std::size_t& at, Sum& year) {
  const auto month = day_of(dates[at].date).month();
  Line line{{fmt::format("{}  ", kMonths[static_cast<unsigned>(month) - 1])}};
  std::size_t width = weekday_of(dates[at].date);
  line.push_back({std::string(width, ' ')});
  Sum sum;
  for (; at < dates.size() && day_of(dates[at].date).month() == month; ++at, ++width) {
    const Sign sign = sign_of(dates[at]);
    line.push_back({std::string(1, sign.letter), sign.role});
    sum.add(dates[at]);
    year.add(dates[at]);
  }
  line.push_back({fmt::format("{}{:>7}{:>10}", std::string(kMonthWidth - width, ' '), sum.days, hours_text(sum.open))});
  return line;
}

Lines months(const std::vector<CalendarDate>& dates, Sum& year) {
  Lines lines;
  std::string head = "     ";
  for (std::size_t i = 0; i < kMonthWidth; ++i) head += "mtwtfss"[i % 7];
  lines.lines.push_back({{head + "   open      time", Role::dim}});
  for (std::size_t at = 0; at < dates.size();) lines.lines.push_back(month_line(dates, at, year));
  lines.lines.push_back({{"#", Role::plain},
                         {" open  ", Role::dim},
                         {".", Role::dim},
                         {" closed  ", Role::dim},
                         {"-", Role::warning},
                         {" holiday  ", Role::dim},
                         {"+", Role::good},
                         {" other hours  ", Role::dim},
                         {"x", Role::warning},
                         {" closed this once", Role::dim}});
  return lines;
}

Lines other_dates(const std::vector<CalendarDate>& dates) {
  Lines lines;
  for (const CalendarDate& date : dates) {
    if (date.kind == CalendarDate::Kind::week) continue;
    const std::string hours = policy::format_day(date.hours);
    lines.lines.push_back(
        {{fmt::format("{} {}  ", util::format_date(day_of(date.date)), policy::kWeekdays[weekday_of(date.date)])},
         {fmt::format("{:<13}", hours), sign_of(date).role},
         {date.text.empty() ? "" : "  " + date.text}});
  }
  return lines;
}

}  // namespace

CalendarDate calendar_date(const calendar::Plan& plan, Date date) {
  CalendarDate result{date, CalendarDate::Kind::week, calendar::hours_of(plan, date), "", std::chrono::seconds(0)};
  if (const auto exception = plan.exceptions.find(date); exception != plan.exceptions.end()) {
    result.kind = CalendarDate::Kind::exception;
    result.text = exception->second.text;
  } else if (const auto holiday = plan.holidays.find(date); holiday != plan.holidays.end()) {
    result.kind = CalendarDate::Kind::holiday;
    result.text = holiday->second;
  }
  for (const calendar::OpenSpan& span : calendar::open_on(plan, date)) result.open += span.to - span.from;
  return result;
}

Document calendar_year_text(const std::string& name, int year, const document::Figures& facts,
                            const std::vector<CalendarDate>& dates) {
  Document text;
  text.add(Heading{fmt::format("{} {}", name, year), 1});
  text.add(facts);
  Sum sum;
  text.add(months(dates, sum));
  text.add(Lines{{{{fmt::format("{} in {}", hours_text(sum.open), util::counted(sum.days, "open day"))}}}, 0});
  Lines others = other_dates(dates);
  if (others.lines.empty()) return text;
  text.add(Heading{"Holidays and exceptions", 2});
  text.add(std::move(others));
  return text;
}

document::Table calendar_year_table(const std::vector<CalendarDate>& dates) {
  document::Table table;
  table.columns = {{"date", "Date"},
                   {"weekday", "Day"},
                   {"kind", "Kind"},
                   {"hours", "Hours"},
                   {"text", "Text", document::Align::left, true, true}};
  for (const CalendarDate& date : dates)
    table.rows.push_back({{util::format_date(day_of(date.date))},
                          {std::string(policy::kWeekdays[weekday_of(date.date)])},
                          {std::string(name_of(date.kind))},
                          {policy::format_day(date.hours)},
                          {date.text}});
  return table;
}

Value calendar_date_item(const CalendarDate& date) {
  Value item;
  item.set("date", util::format_date(day_of(date.date)));
  item.set("weekday", std::string(policy::kWeekdays[weekday_of(date.date)]));
  item.set("kind", std::string(name_of(date.kind)));
  Value::List hours;
  for (const calendar::Hours& each : date.hours) hours.emplace_back(calendar::format_hours(each));
  item.set("hours", std::move(hours));
  item.set("open_seconds", date.open.count());
  item.set("text", date.text.empty() ? Value() : Value(date.text));
  return item;
}

}  // namespace crmtrack::view
