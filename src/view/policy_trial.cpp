#include "view/policy_trial.hpp"

#include <fmt/format.h>

#include "util/text/parts.hpp"
#include "view/local_time.hpp"
#include "view/text_or_null.hpp"

namespace crmtrack::view {

namespace {

using document::Align;
using document::Role;
using document::Table;
using document::Value;
using story::TriedLadder;
using story::TriedLevel;
using story::TriedPromise;
using story::TriedRung;

/// `policy/targets.yaml:24:5`; empty where no entry of the file holds.
std::string place_of(std::string_view file, const std::optional<yaml::Mark>& entry) {
  return entry ? fmt::format("policy/{}:{}:{}", file, entry->line, entry->column) : "";
}

std::string entry_of(const TriedPromise& promise) {
  return promise.choice ? place_of("targets.yaml", promise.choice->entry) : "";
}

std::string ladder_of(const TriedPromise& promise) {
  return promise.ladder ? place_of("ladders.yaml", promise.ladder->entry) : "";
}

std::string target_of(const TriedPromise& promise) {
  return promise.choice ? calendar::format_target(promise.choice->clock.target) : "";
}

std::string utc_of(const std::optional<util::Instant>& time) { return time ? util::format_utc(*time) : ""; }

std::string why_of(const TriedPromise& promise) {
  return promise.choice ? promise.choice->clock.why : "no target of policy fits it";
}

std::string_view calendar_of(const TriedPromise& promise) {
  return promise.choice ? std::string_view(promise.choice->clock.calendar_name) : std::string_view();
}

std::string due_text(const Setting& setting, const TriedPromise& promise) {
  if (!promise.choice) return "not owed";
  return promise.due_at ? local_time(setting.zone, *promise.due_at) : "never";
}

/// `75% owner 2026-11-24 13:00`
std::string rung_text(const Setting& setting, const TriedRung& rung) {
  const std::string to = rung.level ? fmt::format("level {}", *rung.level) : "owner";
  return fmt::format("{} {} {}", calendar::format_share(rung.share), to, local_time(setting.zone, rung.at));
}

std::string ladder_text(const Setting& setting, const TriedLadder& ladder) {
  std::vector<std::string> rungs;
  for (const TriedRung& rung : ladder.rungs) rungs.push_back(rung_text(setting, rung));
  const std::string entry = place_of("ladders.yaml", ladder.entry);
  return fmt::format("    ladder: {}{}", rungs.empty() ? "no rungs" : util::join(rungs, ", "),
                     entry.empty() ? "" : " (" + entry + ")");
}

/// A row for people, and below it why: the entry, the calendar and the ladder.
document::Lines promise_lines(const Setting& setting, const story::PolicyTrial& trial) {
  document::Lines lines;
  for (const TriedPromise& promise : trial.promises) {
    const std::string due = due_text(setting, promise);
    lines.lines.push_back({{fmt::format("{:<16}", record::name_of(promise.kind)), Role::strong},
                           {fmt::format("{:<6}", target_of(promise))},
                           {due, promise.choice ? Role::plain : Role::dim}});
    if (!promise.choice) continue;
    const std::string entry = entry_of(promise);
    lines.lines.push_back(
        {{fmt::format("    {}{}", why_of(promise), entry.empty() ? "" : " (" + entry + ")"), Role::dim}});
    lines.lines.push_back(
        {{fmt::format("    calendar {}: {}{}", calendar_of(promise), promise.choice->calendar_why,
                      promise.warn_at ? "; warns at " + local_time(setting.zone, *promise.warn_at) : ""),
          Role::dim}});
    if (promise.ladder) lines.lines.push_back({{ladder_text(setting, *promise.ladder), Role::dim}});
  }
  return lines;
}

std::string people_text(const TriedLevel& level) {
  return level.people.empty() ? "nobody by name" : util::join(level.people, ", ");
}

document::Lines level_lines(int current, const story::PolicyTrial& trial) {
  document::Lines lines;
  for (const TriedLevel& level : trial.levels)
    lines.lines.push_back(
        {{fmt::format("{} {:<20}", level.level, level.name), level.level == current ? Role::strong : Role::plain},
         {"  " + people_text(level), level.people.empty() ? Role::dim : Role::plain},
         {level.level == current ? "  (it is here)" : "", Role::dim}});
  return lines;
}

Value rungs_value(const std::optional<TriedLadder>& ladder) {
  Value::List rungs;
  if (!ladder) return Value(std::move(rungs));
  for (const TriedRung& rung : ladder->rungs) {
    Value value;
    value.set("at", util::format_utc(rung.at));
    value.set("share", calendar::format_share(rung.share));
    value.set("to", rung.level ? Value(*rung.level) : Value(std::string("owner")));
    rungs.push_back(std::move(value));
  }
  return Value(std::move(rungs));
}

Value promise_value(const TriedPromise& promise) {
  Value value;
  value.set("promise", std::string(record::name_of(promise.kind)));
  value.set("due_at", text_or_null(utc_of(promise.due_at)));
  value.set("warn_at", text_or_null(utc_of(promise.warn_at)));
  value.set("target", text_or_null(target_of(promise)));
  value.set("entry", text_or_null(entry_of(promise)));
  value.set("calendar", text_or_null(calendar_of(promise)));
  value.set("calendar_why", promise.choice ? text_or_null(promise.choice->calendar_why) : Value());
  value.set("why", why_of(promise));
  value.set("ladder", text_or_null(ladder_of(promise)));
  value.set("rungs", rungs_value(promise.ladder));
  return value;
}

Value level_value(const TriedLevel& level) {
  Value value;
  value.set("level", level.level);
  value.set("name", text_or_null(level.name));
  value.set("role", text_or_null(level.role));
  Value::List people;
  for (const std::string& person : level.people) people.emplace_back(person);
  value.set("people", std::move(people));
  return value;
}

}  // namespace

document::Document policy_trial_text(const Setting& setting, const std::string& shown, int level,
                                     const story::PolicyTrial& trial) {
  document::Document text;
  text.add(
      document::Heading{fmt::format("{}: promises that begin at {}", shown, local_time(setting.zone, trial.start)), 1});
  text.add(promise_lines(setting, trial));
  text.add(document::Heading{"Levels", 2});
  text.add(level_lines(level, trial));
  return text;
}

Table policy_trial_table(const story::PolicyTrial& trial) {
  Table table;
  table.columns = {{"promise", "Promise"},
                   {"due_at", "Due"},
                   {"target", "Target"},
                   {"entry", "Entry"},
                   {"calendar", "Calendar"},
                   {"why", "Why", Align::left, true, true},
                   {"warn_at", "Warns", Align::left, false},
                   {"calendar_why", "Calendar why", Align::left, false},
                   {"ladder", "Ladder", Align::left, false}};
  for (const TriedPromise& promise : trial.promises)
    table.rows.push_back({{std::string(record::name_of(promise.kind))},
                          {utc_of(promise.due_at)},
                          {target_of(promise)},
                          {entry_of(promise)},
                          {std::string(calendar_of(promise))},
                          {why_of(promise)},
                          {utc_of(promise.warn_at)},
                          {promise.choice ? promise.choice->calendar_why : ""},
                          {ladder_of(promise)}});
  return table;
}

Value policy_trial_item(const std::string& complaint, int level, const story::PolicyTrial& trial) {
  Value item;
  item.set("complaint", complaint);
  item.set("start_at", util::format_utc(trial.start));
  Value::List promises, levels;
  for (const TriedPromise& promise : trial.promises) promises.push_back(promise_value(promise));
  for (const TriedLevel& each : trial.levels) levels.push_back(level_value(each));
  item.set("promises", std::move(promises));
  item.set("level", level);
  item.set("levels", std::move(levels));
  return item;
}

}  // namespace crmtrack::view
