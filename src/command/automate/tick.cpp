#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "command/commands.hpp"
#include "command/common/output.hpp"
#include "mail/deliver/deliver.hpp"
#include "session/lookup.hpp"
#include "tick/alarm.hpp"
#include "tick/telling.hpp"
#include "tick/tick.hpp"
#include "util/counted.hpp"
#include "util/text/parts.hpp"
#include "view/text_or_null.hpp"

namespace crmtrack::command {

namespace {

using document::Align;
using document::Value;
using tick::Deed;
using util::counted;

/// A record of this tick, whatever part of it wrote it.
struct Done {
  record::StoryRef story;
  std::string did, promise, of, to, why, record;
  std::optional<int> from_level, to_level;
  util::Instant at{};
};

Done done_of(const Deed& deed) {
  return {{record::StoryKind::complaint, deed.complaint},
          std::string(tick::name_of(deed.what)),
          deed.promise,
          deed.of,
          deed.to,
          deed.why,
          deed.made.record.id,
          deed.from_level,
          deed.to_level,
          deed.at};
}

Done done_of(const tick::Notification& told) {
  const std::string detail = told.detail.empty() ? told.outcome : fmt::format("{}: {}", told.outcome, told.detail);
  return {told.story,
          "notified",
          told.promise,
          told.about,
          told.to,
          fmt::format("rule {}, {} ({})", told.rule, told.event, detail),
          told.made.record.id,
          {},
          {},
          told.at};
}

Done done_of(const tick::RaisedAlarm& alarm) {
  return {alarm.story,
          "raised",
          "",
          alarm.signal,
          "",
          fmt::format("{}: {}", alarm.series, alarm.says),
          alarm.made.record.id,
          {},
          {},
          alarm.made.record.at.utc};
}

Done done_of(const mail::Delivered& delivered) {
  return {delivered.story,
          delivered.outcome,
          "",
          delivered.notification,
          delivered.to,
          delivered.detail.empty() ? fmt::format("rule {}, {}", delivered.rule, delivered.event)
                                   : fmt::format("rule {}, {}: {}", delivered.rule, delivered.event, delivered.detail),
          delivered.made.record.id,
          {},
          {},
          delivered.made.record.at.utc};
}

std::string complaint_of(const Done& done) {
  return done.story.kind == record::StoryKind::complaint ? done.story.id : std::string();
}

document::Table table_of(const std::vector<Done>& all) {
  document::Table table;
  table.columns = {{"complaint", "Complaint"},
                   {"did", "Did"},
                   {"promise", "Promise"},
                   {"from_level", "From"},
                   {"to_level", "To"},
                   {"to", "Whom", Align::left, true, true},
                   {"at", "When"},
                   {"record", "Record"},
                   {"why", "Why", Align::left, true, true}};
  const auto level = [](const std::optional<int>& number) { return number ? fmt::to_string(*number) : std::string(); };
  for (const Done& done : all)
    table.rows.push_back({{complaint_of(done)},
                          {done.did},
                          {done.promise},
                          {level(done.from_level)},
                          {level(done.to_level)},
                          {done.to},
                          {util::format_utc(done.at)},
                          {done.record},
                          {done.why}});
  return table;
}

Value item_of(Context& context, const Done& done) {
  const std::string complaint = complaint_of(done);
  const auto level = [](const std::optional<int>& number) { return number ? Value(std::int64_t{*number}) : Value(); };
  Value item;
  item.set("complaint", view::text_or_null(complaint));
  item.set("short", complaint.empty() ? Value() : Value(short_id(context, complaint)));
  item.set("did", done.did);
  item.set("promise", view::text_or_null(done.promise));
  item.set("of", view::text_or_null(done.of));
  item.set("from_level", level(done.from_level));
  item.set("to_level", level(done.to_level));
  item.set("to", view::text_or_null(done.to));
  item.set("at", util::format_utc(done.at));
  item.set("record", done.record);
  item.set("why", done.why);
  return item;
}

/// A deed as a sentence for people.
std::string sentence_of(Context& context, const Deed& deed) {
  const std::string shown = short_id(context, deed.complaint);
  const std::string whom = deed.to.empty() ? "nobody by name" : deed.to;
  switch (deed.what) {
    case Deed::What::told:
      return fmt::format("{}: {} is told: {}", shown, whom, deed.why);
    case Deed::What::escalated:
      return fmt::format("{}: up to level {} ({}), with {}: {}", shown, deed.to_level,
                         context.policy().level_name(deed.to_level), whom, deed.why);
    case Deed::What::resolved:
      break;
  }
  return fmt::format("{}: resolved: {}", shown, deed.why);
}

/// `3 notifications: 2 queued, 1 suppressed (self)`.
template <class Item>
void say_counts(Context& context, const char* what, const std::vector<Item>& items, auto word) {
  if (items.empty()) return;
  std::map<std::string, std::size_t> counts;
  for (const Item& item : items) ++counts[word(item)];
  std::vector<std::string> parts;
  for (const auto& [name, count] : counts) parts.push_back(fmt::format("{} {}", count, name));
  context.say(fmt::format("{}: {}", counted(items.size(), what), util::join(parts, ", ")));
}

std::string counted_as(const tick::Notification& told) {
  return told.outcome == "queued" ? told.outcome : fmt::format("{} ({})", told.outcome, told.detail);
}

int run_tick(Context& context, const Invocation&) {
  const std::vector<Deed> deeds = tick::run(context);
  if (!deeds.empty() && !context.settings().dry_run) context.refresh();
  const std::vector<tick::RaisedAlarm> raised = tick::raise_alarms(context);
  if (!raised.empty() && !context.settings().dry_run) context.refresh();
  const policy::Rules rules = tick::rules_in_force(context);
  const std::vector<tick::Notification> told = tick::tell(context, rules);
  if (!told.empty() && !context.settings().dry_run) context.refresh();
  const std::vector<mail::Delivered> delivered = mail::deliver_due(context, rules);
  std::vector<Done> all;
  for (const Deed& deed : deeds) all.push_back(done_of(deed));
  for (const tick::RaisedAlarm& each : raised) all.push_back(done_of(each));
  for (const tick::Notification& each : told) all.push_back(done_of(each));
  for (const mail::Delivered& each : delivered) all.push_back(done_of(each));
  const bool is_dry = context.settings().dry_run;
  if (!context.display().format.empty() || !context.display().fields.empty()) {
    context.out().print(make_listing(
        context, table_of(all), [&](std::size_t row) { return item_of(context, all[row]); }));
  } else if (!is_dry) {
    for (const Done& done : all) context.out().line(done.record);
  }
  context.out().flush();
  for (const Deed& deed : deeds) context.say(sentence_of(context, deed));
  for (const tick::RaisedAlarm& alarm : raised)
    context.say(fmt::format("alarm {}: {}: {}", alarm.signal, alarm.series, alarm.says));
  say_counts(context, "notification", told, counted_as);
  say_counts(context, "message", delivered, [](const mail::Delivered& each) { return each.outcome; });
  if (is_dry) context.say(fmt::format("dry run: nothing was written ({} would be)", counted(all.size(), "record")));
  return 0;
}

}  // namespace

const CommandSpec kTick{.name = "tick",
                        .group = "automate",
                        .summary = "escalate what has broken, tell people, take silence for a yes: for cron",
                        .examples = {{"crmtrack tick", "do what has fallen due since the last run"},
                                     {"crmtrack tick --dry-run", "say what it would do"},
                                     {"crmtrack -q sync; crmtrack -q tick && crmtrack -q sync", "a line for cron"}},
                        .access = Access::reads,
                        .run = run_tick};

}  // namespace crmtrack::command
