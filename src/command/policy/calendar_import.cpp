#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "calendar/date_text.hpp"
#include "calendar/feed/holiday_changes.hpp"
#include "calendar/feed/holiday_feed.hpp"
#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/common/output.hpp"
#include "command/common/policy_output.hpp"
#include "command/write/capture.hpp"
#include "policy/calendars.hpp"
#include "policy/load.hpp"
#include "policy/text/map_edit.hpp"
#include "session/lookup.hpp"
#include "session/policy_edit.hpp"
#include "terminal/dialog.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"
#include "view/holiday_changes.hpp"

namespace crmtrack::command {

namespace {

using calendar::HolidayChange;
using calendar::HolidayChanges;
using calendar::YearRange;
using util::counted;
using util::Error;
using util::ErrorKind;
using yaml::Node;

const std::string kImportedFile = "calendars.yaml";

[[noreturn]] void refuse_years(const std::string& text) {
  throw Error(ErrorKind::usage,
              fmt::format("cannot read --years '{}': write 2027, 2026,2027 or 2026..2028, at most {} years", text,
                          calendar::kMostFeedYears));
}

int read_year(const std::string& text, const std::string& whole) {
  const auto first = util::parse_date(std::string(util::trim(text)) + "-01-01");
  if (!first || int(first->year()) < 1 || int(first->year()) > 9998) refuse_years(whole);
  return int(first->year());
}

/// `2027`, `2026,2027` or `2026..2028`; without the option this year and the next.
YearRange years_of(Context& context, const Invocation& invocation) {
  const int this_year = int(context.ledger_zone().date_of(context.now()).year());
  const std::string text = invocation.get("years");
  if (!invocation.has("years")) return {this_year, this_year + 1};
  YearRange years;
  if (const std::size_t dots = text.find(".."); dots != std::string::npos) {
    years = {read_year(text.substr(0, dots), text), read_year(text.substr(dots + 2), text)};
  } else {
    std::vector<int> list;
    for (const std::string& word : util::split(text, ',')) list.push_back(read_year(word, text));
    std::sort(list.begin(), list.end());
    years = {list.front(), list.back()};
    if (std::adjacent_find(list.begin(), list.end(), [](int a, int b) { return b != a + 1; }) != list.end())
      throw Error(ErrorKind::usage, fmt::format("cannot read --years '{}': years must follow one another", text),
                  {"import each by itself"});
  }
  if (years.last < years.first || years.last - years.first >= calendar::kMostFeedYears) refuse_years(text);
  return years;
}

/// The feed's text. A larger file is refused before it is read.
std::string read_feed(const std::string& place, const std::string& path) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(place, failed);
  if (!failed && size > calendar::kLargestFeed)
    throw Error(ErrorKind::refused,
                fmt::format("cannot import '{}': it is larger than {} MiB", path, calendar::kLargestFeed >> 20U),
                {"a feed of holidays has some hundred kilobytes"});
  return util::read_file(place, calendar::kLargestFeed);
}

calendar::Plan plan_in(Context& context, const policy::Policy& policy, const std::string& name) {
  const auto entry = policy::find_newest_calendar(policy, name);
  if (!entry)
    throw Error(ErrorKind::refused, fmt::format("cannot import into calendar '{}': policy does not list it", name),
                {"see: crmtrack calendar list", fmt::format("or add it: crmtrack calendar add {} --week …", name)});
  return policy::plan_of(*entry, context.ledger_zone());
}

/// The feed at a place; `path` is how the user named it.
calendar::HolidayFeed get_feed(const std::string& place, const std::string& path, YearRange years,
                               const util::Zone& zone) {
  auto feed = calendar::read_holiday_feed(read_feed(place, path), years, zone);
  if (feed) return std::move(*feed);
  const auto& [line, message] = feed.error();
  throw Error(ErrorKind::refused, line == 0 ? fmt::format("cannot import '{}': {}", path, message)
                                            : fmt::format("cannot import '{}': line {}: {}", path, line, message));
}

/// The added and retold dates, as an edit of calendars.yaml.
std::vector<policy::FieldChange> edits_of(const HolidayChanges& changes) {
  policy::FieldChange holidays{"holidays", {}, {}}, exceptions{"exceptions", {}, {}};
  for (const auto* const list : {&changes.added, &changes.retold}) {
    for (const HolidayChange& change : *list) {
      const std::string date = calendar::format_date(change.date);
      if (change.kind == HolidayChange::Kind::holiday) {
        holidays.keys[date] = Node::scalar(change.text);
        continue;
      }
      std::vector<std::string> hours;
      for (const calendar::Hours& each : change.hours) hours.push_back(calendar::format_hours(each));
      exceptions.keys[date] = Node::map({{"hours", Node::list_of(hours)}, {"text", Node::scalar(change.text)}});
    }
  }
  std::vector<policy::FieldChange> edits;
  for (policy::FieldChange* const each : {&holidays, &exceptions})
    if (!each->keys.empty()) edits.push_back(std::move(*each));
  return edits;
}

void show(Context& context, const std::vector<view::ShownChange>& shown) {
  context.out().print(make_listing(context, view::holiday_changes_table(shown),
                                   [&](std::size_t row) { return view::holiday_change_item(shown[row]); }));
  context.out().flush();
}

std::string years_text(YearRange years) {
  return years.first == years.last ? fmt::to_string(years.first) : fmt::format("{}..{}", years.first, years.last);
}

std::size_t count_open_days(const calendar::Plan& plan, int year) {
  using std::chrono::local_days;
  const std::chrono::year wanted(year);
  std::size_t count = 0;
  for (local_days date{wanted / 1 / 1}; date <= local_days{wanted / 12 / 31}; date += std::chrono::days(1))
    count += calendar::hours_of(plan, date).empty() ? 0 : 1;
  return count;
}

/// Throws Error(refused) where the feed would close most of a year, as a series of every day does: it is no feed of
/// holidays then.
void require_open_days(const calendar::Plan& plan, const HolidayChanges& changes, YearRange years,
                       const std::string& path) {
  const calendar::Plan after = calendar::with_changes(plan, changes);
  for (int year = years.first; year <= years.last; ++year) {
    const std::size_t before = count_open_days(plan, year), left = count_open_days(after, year);
    if (left * 2 >= before) continue;
    throw Error(ErrorKind::refused,
                fmt::format("cannot import '{}': it would leave calendar '{}' {} of {} open days in {}", path,
                            plan.name, left, before, year),
                {"see what it says with --dry-run"});
  }
}

std::string summary_of(const HolidayChanges& changes, const calendar::HolidayFeed& feed) {
  std::string text = fmt::format("{} to add, {} to retell, {} known", changes.added.size(), changes.retold.size(),
                                 changes.known.size());
  if (const std::size_t lost = feed.not_taken.size() + changes.without_effect.size(); lost > 0)
    text += fmt::format(", {} not taken", lost);
  if (feed.outside > 0) text += fmt::format("; {} of other years", counted(feed.outside, "event"));
  return text;
}

bool is_agreed(Context& context, const Invocation& invocation, const std::string& name) {
  if (!context.interactive() || invocation.has("yes")) return true;
  const std::string question = fmt::format("Write this to calendar {}?", name);
  return terminal::Dialog(context.streams()).ask(question, "no", {"yes", "no"}, true) == "yes";
}

int run_calendar_import(Context& context, const Invocation& invocation) {
  const std::string& path = invocation.positionals.front();
  const std::string why = context.settings().dry_run ? invocation.get("why") : required_why(invocation);
  const YearRange years = years_of(context, invocation);
  const std::string name =
      invocation.has("calendar") ? invocation.get("calendar") : std::string(policy::kDefaultCalendar);
  const calendar::Plan plan = plan_in(context, context.policy(), name);
  const std::filesystem::path place = std::filesystem::path(context.settings().directory) / path;
  const calendar::HolidayFeed feed = get_feed(place.string(), path, years, plan.zone);
  const HolidayChanges changes = calendar::changes_by(feed, plan, years);
  const std::string file = std::filesystem::path(path).filename().string();
  show(context, view::shown_changes(changes, feed.not_taken, file));
  context.say(fmt::format("calendar {}, {}: {}", name, years_text(years), summary_of(changes, feed)));
  if (edits_of(changes).empty()) {
    context.say("there is nothing to write");
    return 0;
  }
  if (context.settings().dry_run) {
    context.say("dry run: nothing was written");
    return 0;
  }
  require_open_days(plan, changes, years, path);
  if (!is_agreed(context, invocation, name)) {
    context.say("nothing was written");
    return 0;
  }
  const auto edited = edit_policy_file(
      context, {.file = kImportedFile,
                .key = name,
                .subject = fmt::format("import holidays into calendar {}", name),
                .why = fmt::format("{}\n\nFrom {}, {}.", why, file, years_text(years)),
                .rewrite = [&](const policy::Files& files) {
                  const calendar::Plan now = plan_in(context, policy::load(files), name);
                  const auto edits = edits_of(calendar::changes_by(feed, now, years));
                  const std::string text = session::text_to_edit(files, kImportedFile);
                  return edits.empty() ? text : policy::edit_map_entry(kImportedFile, text, name, edits);
                }});
  context.say(fmt::format("policy/{}: {}", edited.file, edited.subject));
  return 0;
}

}  // namespace

const CommandSpec kCalendarImport{
    .name = "calendar import",
    .group = "policy",
    .summary = "take the holidays of a public feed (.ics)",
    .positionals = {{"FILE", "the feed, iCalendar", Completes::file}},
    .options = {{"--calendar", "NAME", "the calendar (default: default)", Completes::calendar},
                {"--years", "YEARS", "2027, 2026,2027 or 2026..2028 (default: this year and the next)"},
                {"--yes", "", "write without asking"},
                option::kWhy},
    .examples = {{"crmtrack calendar import england-and-wales.ics --dry-run", "what it would take, and what not"},
                 {"crmtrack calendar import berlin.ics --calendar berlin --years 2027 --why 'Feiertage 2027'",
                  "half days become exceptions"}},
    .run = run_calendar_import};

}  // namespace crmtrack::command
