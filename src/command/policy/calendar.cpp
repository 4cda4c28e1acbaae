#include <fmt/format.h>

#include <algorithm>

#include "calendar/date_text.hpp"
#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/common/policy_output.hpp"
#include "command/write/capture.hpp"
#include "policy/calendars.hpp"
#include "policy/load.hpp"
#include "policy/text/map_edit.hpp"
#include "policy/week_text.hpp"
#include "session/lookup.hpp"
#include "session/policy_edit.hpp"
#include "session/register.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

namespace {

using policy::FieldChange;
using session::PolicyRewrite;
using util::Error;
using util::ErrorKind;
using yaml::Node;

const std::string kCalendarsFile = "calendars.yaml";

/// `--zone`, checked on this machine: a name that it does not know is most likely mistyped.
std::string zone_of(const Invocation& invocation) {
  const std::string zone = invocation.get("zone");
  if (!zone.empty()) (void)util::Zone::load(zone);
  return zone;
}

Node hours_node(const std::vector<calendar::Hours>& hours) {
  std::vector<std::string> texts;
  texts.reserve(hours.size());
  for (const calendar::Hours& each : hours) texts.push_back(calendar::format_hours(each));
  return Node::list_of(texts);
}

/// The field `week` of `--week`, which may be given several times.
Node week_node(const std::vector<std::string>& texts) {
  const auto week = policy::parse_week(util::join(texts, ","));
  if (!week) throw Error(ErrorKind::usage, fmt::format("cannot read --week: {}", week.error()));
  Node node = Node::map();
  for (std::size_t day = 0; day < week->size(); ++day)
    if (!(*week)[day].empty()) node.set(std::string(policy::kWeekdays[day]), hours_node((*week)[day]));
  return node;
}

/// The two halves of `DATE=WHAT`, the date checked. Without `=` the second half is empty.
std::pair<std::string, std::string> date_and_rest(const std::string& option, const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::string date(util::trim(text.substr(0, equals)));
  if (!util::parse_date(date)) {
    throw Error(ErrorKind::usage,
                fmt::format("cannot read --{} '{}': '{}' is no date: write it as 2026-12-25", option, text, date));
  }
  return {date, equals == std::string::npos ? "" : std::string(util::trim(text.substr(equals + 1)))};
}

/// A change of a date: what it becomes, or that it goes.
using DateChanges = std::map<std::string, std::optional<Node>>;

void set_date(DateChanges& changes, const std::string& option, const std::string& date, std::optional<Node> value) {
  if (!changes.emplace(date, std::move(value)).second)
    throw Error(ErrorKind::usage, fmt::format("cannot change {} twice at once: --{}", date, option));
}

DateChanges holiday_changes(const Invocation& invocation) {
  DateChanges changes;
  for (const std::string& text : invocation.all("holiday")) {
    const auto [date, what] = date_and_rest("holiday", text);
    set_date(changes, "holiday", date, Node::scalar(what));
  }
  for (const std::string& text : invocation.all("no-holiday"))
    set_date(changes, "no-holiday", date_and_rest("no-holiday", text).first, std::nullopt);
  return changes;
}

DateChanges exception_changes(const Invocation& invocation) {
  DateChanges changes;
  for (const std::string& text : invocation.all("exception")) {
    const auto [date, what] = date_and_rest("exception", text);
    const auto hours = policy::parse_day(what);
    if (!hours) throw Error(ErrorKind::usage, fmt::format("cannot read --exception '{}': {}", text, hours.error()));
    set_date(changes, "exception", date, hours_node(*hours));
  }
  for (const std::string& text : invocation.all("no-exception"))
    set_date(changes, "no-exception", date_and_rest("no-exception", text).first, std::nullopt);
  return changes;
}

std::vector<FieldChange> field_changes(const Invocation& invocation) {
  std::vector<FieldChange> changes;
  if (const std::string zone = zone_of(invocation); !zone.empty()) changes.push_back({"zone", Node::scalar(zone), {}});
  if (const auto weeks = invocation.all("week"); !weeks.empty()) changes.push_back({"week", week_node(weeks), {}});
  if (auto dates = holiday_changes(invocation); !dates.empty())
    changes.push_back({"holidays", std::nullopt, std::move(dates)});
  if (auto dates = exception_changes(invocation); !dates.empty())
    changes.push_back({"exceptions", std::nullopt, std::move(dates)});
  return changes;
}

/// Throws Error(not_found) where a date is to go that is not there: it is most likely mistyped.
void require_dates(const policy::CalendarEntry& entry, const std::vector<FieldChange>& changes) {
  for (const FieldChange& change : changes) {
    for (const auto& [date, value] : change.keys) {
      const calendar::Date day{*util::parse_date(date)};
      const bool is_there = change.field == "holidays" ? entry.holidays.contains(day) : entry.exceptions.contains(day);
      if (!value && !is_there) {
        throw Error(ErrorKind::not_found,
                    fmt::format("calendar '{}' has no {} on {}", entry.name,
                                change.field == "holidays" ? "holiday" : "exception", date),
                    {fmt::format("see: crmtrack calendar show {} --year {}", entry.name, date.substr(0, 4))});
      }
    }
  }
}

/// The version of a calendar that an edit changes, with the dates of all versions.
policy::CalendarEntry get_newest_calendar(const policy::Policy& policy, const std::string& name) {
  if (auto found = policy::find_newest_calendar(policy, name)) return std::move(*found);
  throw Error(ErrorKind::not_found, fmt::format("cannot find calendar '{}'", name), {"see: crmtrack calendar list"});
}

int run_calendar_add(Context& context, const Invocation& invocation) {
  const std::string& name = invocation.positionals.front();
  session::require_slug("calendar", name);
  const std::string why = required_why(invocation);
  const auto weeks = invocation.all("week");
  if (weeks.empty())
    throw Error(ErrorKind::usage, fmt::format("cannot add calendar '{}' without --week", name),
                {"for example: --week 'mon-fri 09:00-17:00'"});
  Node entry = Node::map();
  set_text(entry, "zone", zone_of(invocation));
  entry.set("week", week_node(weeks));
  return report_policy_edit(
      context, edit_policy_file(context, {.file = kCalendarsFile,
                                          .key = name,
                                          .subject = fmt::format("add calendar {}", name),
                                          .why = why,
                                          .rewrite = [&](const policy::Files& files) {
                                            const std::string text = session::text_to_edit(files, kCalendarsFile);
                                            return policy::add_map_entry(kCalendarsFile, text, name, entry);
                                          }}));
}

/// The text with a version more that begins on a day, a copy of the newest one; as it is where that one begins then.
std::string with_version(const std::string& text, const policy::CalendarEntry& newest, const std::string& from) {
  if (newest.from == from) return text;
  if (from < newest.from)
    throw Error(ErrorKind::refused, fmt::format("cannot change calendar '{}' from {} on: its newest version is from {}",
                                                newest.name, from, newest.from));
  policy::CalendarEntry version = newest;
  version.from = from;
  // Each version has the holidays and exceptions of all of them.
  version.holidays.clear();
  version.exceptions.clear();
  return policy::add_map_version(kCalendarsFile, text, newest.name, policy::node_of(version));
}

std::string edited_text(const policy::Files& files, const std::string& name, const std::string& from,
                        const std::vector<FieldChange>& changes) {
  const policy::Policy policy = policy::load(files);
  const policy::CalendarEntry newest = get_newest_calendar(policy, name);
  require_dates(newest, changes);
  std::string text = session::text_to_edit(files, kCalendarsFile);
  if (!from.empty()) text = with_version(text, newest, from);
  return policy::edit_map_entry(kCalendarsFile, text, name, changes);
}

int run_calendar_edit(Context& context, const Invocation& invocation) {
  const std::string& name = invocation.positionals.front();
  const std::string why = required_why(invocation);
  const std::vector<FieldChange> changes = field_changes(invocation);
  if (changes.empty())
    throw Error(ErrorKind::usage, fmt::format("cannot edit calendar '{}': nothing to change", name),
                {"give --week, --zone, --holiday, --no-holiday, --exception or --no-exception"});
  const std::string from = invocation.get("from");
  if (!from.empty() && !util::parse_date(from))
    throw Error(ErrorKind::usage, fmt::format("cannot read --from '{}': write a date such as 2027-01-01", from));
  return report_policy_edit(context, edit_policy_file(context, {.file = kCalendarsFile,
                                                                .key = name,
                                                                .subject = fmt::format("edit calendar {}", name),
                                                                .why = why,
                                                                .rewrite = [&](const policy::Files& files) {
                                                                  return edited_text(files, name, from, changes);
                                                                }}));
}

/// Throws Error(refused) where something would then name a calendar that is gone.
void require_unused(const policy::Policy& policy, const std::string& name) {
  if (name == policy::kDefaultCalendar)
    throw Error(ErrorKind::refused,
                fmt::format("cannot retire calendar '{}': it counts where nothing names another", name),
                {"change its hours: crmtrack calendar edit default"});
  std::vector<std::string> users;
  for (const policy::Project& project : policy.projects)
    if (project.calendar == name) users.push_back("project " + project.id);
  for (const policy::PromiseTarget& target : policy.targets)
    if (target.calendar == name)
      users.push_back(fmt::format("target {}{}{}", record::name_of(target.promise),
                                  target.filter_text.empty() ? "" : " for ", target.filter_text));
  if (users.empty()) return;
  throw Error(ErrorKind::refused,
              fmt::format("cannot retire calendar '{}': it is named by {}", name, util::join(users, ", ")),
              {"give them another one: crmtrack project edit, crmtrack target edit"});
}

int run_calendar_retire(Context& context, const Invocation& invocation) {
  const std::string& name = invocation.positionals.front();
  const std::string why = required_why(invocation);
  return report_policy_edit(
      context, edit_policy_file(context, {.file = kCalendarsFile,
                                          .key = name,
                                          .subject = fmt::format("retire calendar {}", name),
                                          .why = why,
                                          .rewrite = [&](const policy::Files& files) {
                                            require_unused(policy::load(files), name);
                                            const std::string text = session::text_to_edit(files, kCalendarsFile);
                                            return policy::remove_map_entry(kCalendarsFile, text, name);
                                          }}));
}

int run_calendar_list(Context& context, const Invocation&) {
  std::vector<std::vector<std::string>> rows;
  for (const policy::CalendarEntry& each : context.policy().calendars) {
    const std::string last = each.holidays.empty() ? "" : calendar::format_date(each.holidays.rbegin()->first);
    rows.push_back({each.name, each.from, each.zone, policy::format_week(each.week),
                    fmt::to_string(each.holidays.size()), fmt::to_string(each.exceptions.size()), last});
  }
  using document::Align;
  return print_policy_list(context,
                           {{"name", "Calendar"},
                            {"from", "From"},
                            {"zone", "Zone", Align::left, true, true},
                            {"week", "Week", Align::left, true, true},
                            {"holidays", "Holidays", Align::right},
                            {"exceptions", "Exceptions", Align::right, false},
                            {"last_holiday", "Until"}},
                           std::move(rows));
}

const PositionalSpec kName{"NAME", "the calendar, a slug", Completes::calendar};
const OptionSpec kZone{"--zone", "ZONE", "its time zone, such as Europe/London (default: the ledger's)"};
const OptionSpec kWeek{"--week",           "HOURS", "its hours: 'mon-fri 09:00-17:00, sat 10:00-14:00'",
                       Completes::nothing, {},      true};

}  // namespace

const CommandSpec kCalendarList{.name = "calendar list",
                                .group = "policy",
                                .summary = "list the calendars by which promises are due",
                                .examples = {{"crmtrack calendar list", "their zones, hours, and how far holidays go"}},
                                .access = Access::reads,
                                .run = run_calendar_list};
const CommandSpec kCalendarAdd{
    .name = "calendar add",
    .group = "policy",
    .summary = "add a calendar",
    .positionals = {kName},
    .options = {kZone, kWeek, option::kWhy},
    .examples =
        {{"crmtrack calendar add leeds --zone Europe/London --week 'mon-fri 08:00-18:00' --why 'A second office'",
          "holidays come with: crmtrack calendar import"}},
    .run = run_calendar_add};
const CommandSpec kCalendarEdit{
    .name = "calendar edit",
    .group = "policy",
    .summary = "change the hours, holidays and exceptions of a calendar",
    .positionals = {kName},
    .options = {kZone,
                kWeek,
                {"--holiday", "DATE[=TEXT]", "a date on which it is closed", Completes::nothing, {}, true},
                {"--no-holiday", "DATE", "a holiday to take away", Completes::nothing, {}, true},
                {"--exception", "DATE=HOURS", "other hours on one date, or closed", Completes::nothing, {}, true},
                {"--no-exception", "DATE", "an exception to take away", Completes::nothing, {}, true},
                {"--from", "DATE", "leave it as it was before this day"},
                option::kWhy},
    .examples = {{"crmtrack calendar edit default --exception 2026-12-24=09:00-12:00 --why 'Half a day'",
                  "other hours on one date"},
                 {"crmtrack calendar edit default --week 'mon-fri 08:00-18:00' --from 2027-01-01 --why 'Longer hours'",
                  "promises that begin earlier keep the hours that they had"}},
    .run = run_calendar_edit};
const CommandSpec kCalendarRetire{.name = "calendar retire",
                                  .group = "policy",
                                  .summary = "take a calendar out of use",
                                  .positionals = {kName},
                                  .options = {option::kWhy},
                                  .examples = {{"crmtrack calendar retire leeds --why 'The office closed'",
                                                "refused while a project or target names it"}},
                                  .run = run_calendar_retire};

}  // namespace crmtrack::command
