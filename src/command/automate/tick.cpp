#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/output.hpp"
#include "session/lookup.hpp"
#include "tick/tick.hpp"
#include "util/counted.hpp"
#include "view/text_or_null.hpp"

namespace crmtrack::command {

namespace {

using document::Align;
using document::Value;
using tick::Deed;
using util::counted;

document::Table table_of(const std::vector<Deed>& deeds) {
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
  for (const Deed& deed : deeds)
    table.rows.push_back({{deed.complaint},
                          {std::string(tick::name_of(deed.what))},
                          {deed.promise},
                          {fmt::to_string(deed.from_level)},
                          {fmt::to_string(deed.to_level)},
                          {deed.to},
                          {util::format_utc(deed.at)},
                          {deed.made.record.id},
                          {deed.why}});
  return table;
}

Value item_of(Context& context, const Deed& deed) {
  Value item;
  item.set("complaint", deed.complaint);
  item.set("short", short_id(context, deed.complaint));
  item.set("did", std::string(tick::name_of(deed.what)));
  item.set("promise", view::text_or_null(deed.promise));
  item.set("of", view::text_or_null(deed.of));
  item.set("from_level", std::int64_t{deed.from_level});
  item.set("to_level", std::int64_t{deed.to_level});
  item.set("to", view::text_or_null(deed.to));
  item.set("at", util::format_utc(deed.at));
  item.set("record", deed.made.record.id);
  item.set("why", deed.why);
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

int run_tick(Context& context, const Invocation&) {
  const std::vector<Deed> deeds = tick::run(context);
  const bool is_dry = context.settings().dry_run;
  if (!context.display().format.empty() || !context.display().fields.empty()) {
    context.out().print(make_listing(
        context, table_of(deeds), [&](std::size_t row) { return item_of(context, deeds[row]); }));
  } else if (!is_dry) {
    for (const Deed& deed : deeds) context.out().line(deed.made.record.id);
  }
  context.out().flush();
  for (const Deed& deed : deeds) context.say(sentence_of(context, deed));
  if (is_dry) context.say(fmt::format("dry run: nothing was written ({} would be)", counted(deeds.size(), "record")));
  return 0;
}

}  // namespace

const CommandSpec kTick{.name = "tick",
                        .group = "automate",
                        .summary = "escalate what has broken, and take silence for a yes: for cron",
                        .examples = {{"crmtrack tick", "do what has fallen due since the last run"},
                                     {"crmtrack tick --dry-run", "say what it would do"},
                                     {"crmtrack -q sync; crmtrack -q tick && crmtrack -q sync", "a line for cron"}},
                        .access = Access::reads,
                        .run = run_tick};

}  // namespace crmtrack::command
