#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/common/output.hpp"
#include "command/common/warning_charts.hpp"
#include "command/report/warning_listing.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

using session::Warning;
using session::Warnings;
using util::counted;
using util::Error;
using util::ErrorKind;

namespace {

/// How many series were looked at, and what was left out.
void say_tested(Context& context, const Warnings& warnings) {
  const warning::Found& found = warnings.found;
  if (found.series == 0) {
    context.say(fmt::format("nothing can be tested yet: that takes 16 weeks of complaints, and {} for a baseline",
                            counted(warning::kBaselinePeriods, warnings.periods.unit())));
    return;
  }
  const auto fresh = static_cast<std::size_t>(
      std::count_if(warnings.items.begin(), warnings.items.end(), [](const Warning& item) { return item.is_new(); }));
  std::string text =
      fmt::format("{}, {} new; {} tested up to the end of {}", counted(warnings.items.size(), "signal"), fresh,
                  found.series == 1 ? "1 series was" : fmt::format("{} series were", found.series),
                  warnings.periods.name_of(warnings.periods.size() - 1));
  if (found.held_back > 0)
    text += fmt::format("; {} may be chance among so many, and {} left out", counted(found.held_back, "signal"),
                        found.held_back == 1 ? "is" : "are");
  context.say(text);
}

/// An alarm that nobody has taken up is a fault of the organisation, and is said.
void say_ownerless(Context& context, const Warnings& warnings) {
  std::vector<std::string> names;
  for (const Warning& item : warnings.items)
    if (item.alarm && item.is_new()) names.push_back(item.name());
  if (names.empty()) return;
  context.say(fmt::format("{} raised and nobody has taken {} up: {}",
                          names.size() == 1 ? "1 alarm was" : fmt::format("{} alarms were", names.size()),
                          names.size() == 1 ? "it" : "them", util::join(names, ", ")));
}

const Warning& get_warning(const Warnings& warnings, const std::string& name) {
  std::vector<std::string> names;
  for (const Warning& item : warnings.items) {
    if (item.name() == name) return item;
    names.push_back(item.name());
  }
  std::vector<std::string> hints;
  if (!names.empty()) hints.push_back("signals: " + util::join(names, ", "));
  throw Error(ErrorKind::not_found, fmt::format("cannot find the signal '{}'", name), std::move(hints));
}

int print_signal_records(Context& context, const Warning& item) {
  if (item.signal == nullptr) return 0;
  for (const std::string& id : session::records_of(context, *item.signal)) context.out().line(id);
  return 0;
}

/// Charts are for documents: a list of signals has a row for each of them.
void print_with_charts(Context& context, const std::vector<std::string>& words, const Warnings& warnings) {
  if (!context.out().takes_documents() || context.wants_data() || !context.display().fields.empty())
    throw Error(ErrorKind::usage, "cannot show charts in a list of signals: they are for people",
                {"leave --format and --fields out, or ask for --format html or markdown",
                 "for programs: crmtrack report health --chart --format json"});
  document::Document document = warning_document(warnings);
  for (document::Chart& chart : load_warning_charts(context, words, warnings)) document.add(std::move(chart));
  context.out().print(document, {});
}

void show_warnings(Context& context, const Invocation& invocation, const Warnings& warnings) {
  if (invocation.has("chart")) return print_with_charts(context, invocation.positionals, warnings);
  const bool for_people = reader_of(context) == view::Reader::person && context.display().fields.empty();
  if (for_people && context.out().takes_documents()) {
    context.out().print(warning_document(warnings), {});
    return;
  }
  context.out().print(make_listing(context, warning_table(warnings, reader_of(context)), [&](std::size_t row) {
    return warning_item(context, warnings, warnings.items[row]);
  }));
}

int run_warn(Context& context, const Invocation& invocation) {
  if (invocation.has("chart") && invocation.has("records"))
    throw Error(ErrorKind::usage, "cannot use --chart with --records: a list of complaints has no chart");
  const Warnings warnings = session::find_warnings(context, invocation.positionals);
  if (const auto name = invocation.find("records")) return print_signal_records(context, get_warning(warnings, *name));
  context.page();
  show_warnings(context, invocation, warnings);
  context.out().flush();
  say_tested(context, warnings);
  say_ownerless(context, warnings);
  const bool any_new =
      std::any_of(warnings.items.begin(), warnings.items.end(), [](const Warning& item) { return item.is_new(); });
  return any_new ? 1 : 0;
}

}  // namespace

const CommandSpec kWarn{
    .name = "warn",
    .group = "report",
    .summary = "what rises more than chance explains, in which project or reason, since when",
    .positionals = {{"FILTER", "of which complaints", Completes::filter, 0, -1}},
    .options = {OptionSpec{"--records", "SIGNAL", "list the complaints that made a signal trip, by their ids",
                           Completes::signal},
                OptionSpec{"--chart", {}, "with control charts: all complaints, and the series of each signal"}},
    .examples = {{"crmtrack warn", "the signals of today; exit 1 while one of them is new"},
                 {"crmtrack warn --chart", "what led to them, period by period"},
                 {"crmtrack warn project:apollo --format json", "those of one project, for a program"},
                 {"crmtrack warn --records k3x9qf | xargs crmtrack show", "behind every signal stand records"},
                 {"crmtrack warn --as-of 2026-06-30", "what it would have said then"}},
    .access = Access::reads,
    .run = run_warn,
};

}  // namespace crmtrack::command
