#include "policy/calendars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "calendar/date_text.hpp"
#include "policy/entry_reader.hpp"
#include "policy/sheet.hpp"
#include "util/text/safe.hpp"
#include "util/text/slug.hpp"
#include "util/time.hpp"

namespace crmtrack::policy {

namespace {

using calendar::Date;
using calendar::Hours;
using yaml::Node;

/// Bounds of one calendar: real ones have some dozens of dates a year.
constexpr std::size_t kMostDates = 10'000;
constexpr std::size_t kMostIntervals = 24;

std::optional<Date> read_day(EntryReader& reader, const Node& node, std::string_view text) {
  const auto day = util::parse_date(text);
  if (day) return Date{*day};
  reader.refuse(node.mark, fmt::format("'{}' is no date: write it as 2026-12-25", text));
  return std::nullopt;
}

/// The hours under a key: a list of texts, one text, or nothing for a closed day.
std::vector<Hours> read_hours(EntryReader& reader, const Node& node) {
  std::vector<Hours> hours;
  const auto read_one = [&](const Node& item) {
    if (!item.is_scalar()) return reader.refuse(item.mark, "hours must be texts such as \"09:00-17:00\"");
    if (const auto parsed = calendar::parse_hours(item.text))
      hours.push_back(*parsed);
    else
      reader.refuse(item.mark, parsed.error());
  };
  if (node.is_null()) return hours;
  if (node.is_scalar()) {
    read_one(node);
    return hours;
  }
  if (!node.is_list() || node.items.size() > kMostIntervals) {
    reader.refuse(node.mark, fmt::format("hours must be a list of at most {} intervals", kMostIntervals));
    return hours;
  }
  for (const Node& item : node.items) read_one(item);
  return hours;
}

void read_week(EntryReader& reader, CalendarEntry& entry) {
  const Node* const week = reader.map("week");
  if (week == nullptr) return;
  for (const auto& [day, hours] : week->entries) {
    const auto* const found = std::find(kWeekdays.begin(), kWeekdays.end(), day);
    if (found == kWeekdays.end()) {
      reader.refuse(hours.mark,
                    fmt::format("'week' has the day '{}', but days are mon, tue, wed, thu, fri, sat and sun", day));
      continue;
    }
    entry.week[static_cast<std::size_t>(found - kWeekdays.begin())] = read_hours(reader, hours);
  }
}

/// `holidays` is a list of dates, or a map from each date to what is celebrated.
void read_holidays(EntryReader& reader, CalendarEntry& entry) {
  reader.known("holidays");
  const Node* const holidays = reader.entry().find("holidays");
  if (holidays == nullptr || holidays->is_null()) return;
  const std::size_t count = holidays->items.size() + holidays->entries.size();
  if (holidays->is_scalar() || count > kMostDates)
    return reader.refuse(holidays->mark, fmt::format("'holidays' must be a list of at most {} dates", kMostDates));
  for (const Node& item : holidays->items)
    if (!item.is_scalar())
      reader.refuse(item.mark, "a holiday must be a date, such as 2026-12-25");
    else if (const auto day = read_day(reader, item, item.text))
      entry.holidays[*day];
  for (const auto& [date, text] : holidays->entries)
    if (const auto day = read_day(reader, text, date))
      entry.holidays[*day] = text.is_scalar() && !text.is_null() ? text.text : "";
}

/// An exception is its hours, or a map {hours, text}.
void read_exceptions(EntryReader& reader, CalendarEntry& entry) {
  const Node* const exceptions = reader.map("exceptions");
  if (exceptions == nullptr) return;
  if (exceptions->entries.size() > kMostDates)
    return reader.refuse(exceptions->mark, fmt::format("'exceptions' has more than {} dates", kMostDates));
  for (const auto& [date, value] : exceptions->entries) {
    const auto day = read_day(reader, value, date);
    if (!day) continue;
    calendar::Exception& exception = entry.exceptions[*day];
    if (value.is_map()) {
      exception.text = value.text_of("text");
      if (const Node* const hours = value.find("hours")) exception.hours = read_hours(reader, *hours);
    } else {
      exception.hours = read_hours(reader, value);
    }
  }
}

void read_zone(EntryReader& reader, CalendarEntry& entry) {
  entry.zone = reader.text("zone");
  if (!entry.zone.empty() && !is_zone_name(entry.zone))
    reader.refuse(
        reader.entry().find("zone")->mark,
        fmt::format("'zone' is '{}', but must be the name of a time zone, such as Europe/London", entry.zone));
}

void warn_of_never_open(EntryReader& reader, const CalendarEntry& entry) {
  const bool opens = std::any_of(entry.week.begin(), entry.week.end(), [](const auto& day) { return !day.empty(); });
  if (!opens && reader.good())
    reader.warn(reader.entry().mark,
                fmt::format("calendar '{}' never opens: nothing that counts by it is ever due", entry.name));
}

CalendarEntry read_entry(EntryReader& reader, const std::string& name) {
  CalendarEntry entry;
  entry.name = name;
  read_zone(reader, entry);
  read_week(reader, entry);
  read_holidays(reader, entry);
  read_exceptions(reader, entry);
  entry.from = reader.date("from");
  reader.text("why");
  reader.text("source");
  entry.mark = place_of(reader.entry().mark);
  warn_of_never_open(reader, entry);
  return entry;
}

Node node_of(const std::vector<Hours>& hours) {
  std::vector<std::string> texts;
  texts.reserve(hours.size());
  for (const Hours& each : hours) texts.push_back(calendar::format_hours(each));
  return Node::list_of(texts);
}

}  // namespace

std::vector<CalendarEntry> load_calendars(const Files& files, std::vector<Finding>& findings) {
  const Sheet sheet = read_sheet(files, "calendars", findings);
  std::vector<CalendarEntry> entries;
  const auto read_one = [&](const std::string& name, const Node& node) {
    EntryReader reader(sheet.file, node, findings);
    if (!reader.good()) return;
    CalendarEntry entry = read_entry(reader, name);
    reader.finish();
    if (reader.good()) entries.push_back(std::move(entry));
  };
  for (const auto& [name, node] : sheet.content.entries) {
    if (!util::is_slug(name))
      findings.push_back(
          {sheet.file, place_of(node.mark),
           util::visible_line(fmt::format("the calendar's name '{}' must be a slug: 2 to 63 of a-z, 0-9 and -", name)),
           false});
    else if (node.is_list())
      for (const Node& version : node.items) read_one(name, version);
    else
      read_one(name, node);
  }
  return entries;
}

void share_dates(std::vector<CalendarEntry>& calendars) {
  std::map<std::string, std::vector<const CalendarEntry*>> versions;
  const std::vector<CalendarEntry> own = calendars;
  for (const CalendarEntry& each : own) versions[each.name].push_back(&each);
  for (auto& [name, list] : versions)
    std::stable_sort(list.begin(), list.end(), [](const auto* a, const auto* b) { return a->from < b->from; });
  for (CalendarEntry& each : calendars) {
    for (const CalendarEntry* const version : versions[each.name]) {
      for (const auto& [day, text] : version->holidays) each.holidays[day] = text;
      for (const auto& [day, exception] : version->exceptions) each.exceptions[day] = exception;
    }
  }
}

std::optional<CalendarEntry> find_newest_calendar(const Policy& policy, std::string_view name) {
  std::vector<CalendarEntry> calendars;
  for (const CalendarEntry& each : policy.calendars)
    if (each.name == name) calendars.push_back(each);
  if (calendars.empty()) return std::nullopt;
  share_dates(calendars);
  return *std::max_element(calendars.begin(), calendars.end(),
                           [](const CalendarEntry& a, const CalendarEntry& b) { return a.from < b.from; });
}

calendar::Plan plan_of(const CalendarEntry& entry, const util::Zone& zone) {
  calendar::Plan plan;
  plan.name = entry.name;
  plan.zone = entry.zone.empty() ? zone : util::Zone::load(entry.zone);
  plan.week = entry.week;
  plan.holidays = entry.holidays;
  plan.exceptions = entry.exceptions;
  return plan;
}

Node node_of(const CalendarEntry& entry) {
  Node node = Node::map();
  if (!entry.from.empty()) node.set("from", Node::scalar(entry.from));
  if (!entry.zone.empty()) node.set("zone", Node::scalar(entry.zone));
  Node week = Node::map();
  for (std::size_t day = 0; day < kWeekdays.size(); ++day)
    if (!entry.week[day].empty()) week.set(std::string(kWeekdays[day]), node_of(entry.week[day]));
  node.set("week", std::move(week));
  if (!entry.holidays.empty()) {
    Node holidays = Node::map();
    for (const auto& [day, text] : entry.holidays) holidays.set(calendar::format_date(day), Node::scalar(text));
    node.set("holidays", std::move(holidays));
  }
  if (!entry.exceptions.empty()) {
    Node exceptions = Node::map();
    for (const auto& [day, exception] : entry.exceptions) {
      Node value = node_of(exception.hours);
      if (!exception.text.empty())
        value = Node::map({{"hours", std::move(value)}, {"text", Node::scalar(exception.text)}});
      exceptions.set(calendar::format_date(day), std::move(value));
    }
    node.set("exceptions", std::move(exceptions));
  }
  return node;
}

}  // namespace crmtrack::policy
