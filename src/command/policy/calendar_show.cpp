#include <fmt/format.h>

#include <optional>
#include <set>

#include "calendar/date_text.hpp"
#include "command/commands.hpp"
#include "command/common/output.hpp"
#include "policy/week_text.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/tzdata.hpp"
#include "view/calendar_year.hpp"

namespace crmtrack::command {

namespace {

using util::Error;
using util::ErrorKind;

std::chrono::year year_of(Context& context, const Invocation& invocation) {
  if (!invocation.has("year")) return context.ledger_zone().date_of(context.now()).year();
  const std::string text = invocation.get("year");
  const auto first = util::parse_date(text + "-01-01");
  if (first && text.size() == 4 && int(first->year()) >= 1) return first->year();
  throw Error(ErrorKind::usage, fmt::format("cannot read --year '{}': write a year such as 2027", text));
}

/// A calendar through a year, by the version that holds on each date.
struct ShownYear {
  std::vector<view::CalendarDate> dates;
  document::Figures facts;
};

/// The zone, and the week of each version in the year.
void add_facts(const calendar::Plan& plan, const std::string& from, ShownYear& year) {
  auto& items = year.facts.items;
  const std::string version = util::tzdata_version();
  if (items.empty())
    items.push_back(
        {"zone", plan.zone.name(), version.empty() ? "" : "time zone data " + version, document::Role::plain});
  const std::string week = policy::format_week(plan.week);
  items.push_back(
      {items.size() == 1 ? "week" : "from " + from, week.empty() ? "never open" : week, "", document::Role::plain});
}

ShownYear year_of_calendar(const story::Clocks& clocks, const std::string& name, std::chrono::year year) {
  using std::chrono::days;
  using std::chrono::local_days;
  ShownYear shown;
  const calendar::Calendar* last = nullptr;
  for (local_days date{year / 1 / 1}; date <= local_days{year / 12 / 31}; date += days(1)) {
    const std::string text = calendar::format_date(date);
    const calendar::Calendar* const calendar = clocks.find_calendar(name, text);
    if (calendar == nullptr) continue;
    if (calendar != last) add_facts(calendar->plan(), text, shown);
    last = calendar;
    shown.dates.push_back(view::calendar_date(calendar->plan(), date));
  }
  return shown;
}

int run_calendar_show(Context& context, const Invocation& invocation) {
  const std::string name = session::resolve_calendar(context, invocation.positionals.front());
  const std::chrono::year year = year_of(context, invocation);
  const ShownYear shown = year_of_calendar(context.terms().clocks, name, year);
  context.page();
  if (reader_of(context) == view::Reader::person) {
    context.out().print(view::calendar_year_text(name, int(year), shown.facts, shown.dates), {});
    return 0;
  }
  context.out().print(make_listing(context, view::calendar_year_table(shown.dates),
                                   [&](std::size_t row) { return view::calendar_date_item(shown.dates[row]); }));
  return 0;
}

}  // namespace

const CommandSpec kCalendarShow{
    .name = "calendar show",
    .group = "policy",
    .summary = "print a year of open days and holidays",
    .positionals = {{"NAME", "the calendar", Completes::calendar}},
    .options = {{"--year", "YEAR", "the year (default: this one)"}},
    .examples = {{"crmtrack calendar show default --year 2027", "the year at a glance"},
                 {"crmtrack calendar show default --json", "each date with its hours, for a script"}},
    .access = Access::reads,
    .run = run_calendar_show};

}  // namespace crmtrack::command
