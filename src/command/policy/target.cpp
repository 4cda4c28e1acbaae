#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/common/policy_output.hpp"
#include "command/write/capture.hpp"
#include "policy/entry_reader.hpp"
#include "policy/load.hpp"
#include "policy/targets.hpp"
#include "policy/text/edit.hpp"
#include "policy/text/entry_key.hpp"
#include "policy/text/target_edit.hpp"
#include "session/lookup.hpp"
#include "session/policy_edit.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

namespace {

using util::Error;
using util::ErrorKind;
using yaml::Node;

const std::string kTargetsFile = "targets.yaml";

/// The promise, as one of the kinds that have targets.
std::string kind_of(const std::string& word) {
  std::vector<std::string> known;
  for (const record::PromiseKind kind : policy::kTargetKinds) known.emplace_back(record::name_of(kind));
  if (std::find(known.begin(), known.end(), word) != known.end()) return word;
  std::vector<std::string> hints;
  if (const auto near = util::nearest(word, known); !near.empty())
    hints.push_back(fmt::format("did you mean {}?", util::join(near, " or ")));
  hints.push_back(fmt::format("promises with targets: {}", util::join(known, ", ")));
  throw Error(ErrorKind::usage, fmt::format("'{}' is no promise that has a target", word), std::move(hints));
}

/// A target or a warning point in its usual form.
std::string target_text(const std::string& text) {
  const auto parsed = calendar::parse_target(text);
  if (!parsed) throw Error(ErrorKind::usage, fmt::format("cannot read the target: {}", parsed.error()));
  return calendar::format_target(*parsed);
}

std::vector<std::string> warnings_of(const Invocation& invocation) {
  std::vector<std::string> points;
  for (const std::string& text : invocation.all("warn")) {
    for (const std::string& word : util::split(text, ',')) {
      const auto parsed = calendar::parse_warning_point(util::trim(word));
      if (!parsed) throw Error(ErrorKind::usage, fmt::format("cannot read --warn: {}", parsed.error()));
      points.push_back(calendar::format_warning_point(*parsed));
    }
  }
  return points;
}

/// `--from`: a date, or nothing for `always`. Without the option `fallback`.
std::string from_of(const Invocation& invocation, const std::string& fallback) {
  if (!invocation.has("from")) return fallback;
  const std::string text = invocation.get("from");
  if (text == "always") return "";
  if (!util::parse_date(text))
    throw Error(ErrorKind::usage,
                fmt::format("cannot read --from '{}': write a date such as 2027-01-01, or always", text));
  return text;
}

/// The fields that add and edit share.
void set_common(Context& context, const Invocation& invocation, Node& fields) {
  if (invocation.has("calendar"))
    set_text(fields, "calendar", session::resolve_calendar(context, invocation.get("calendar")));
  if (const auto points = warnings_of(invocation); !points.empty()) fields.set("warn", Node::list_of(points));
}

/// The entry as policy reads it. Throws Error(refused) where its filter is not one that policy takes.
policy::PromiseTarget read_entry(const policy::Policy& policy, const Node& entry) {
  std::vector<policy::Finding> findings;
  policy::EntryReader reader(kTargetsFile, entry, findings);
  policy::PromiseTarget target = policy::read_target(reader, "", policy);
  target.from = entry.text_of("from");
  for (const policy::Finding& finding : findings)
    throw Error(ErrorKind::refused, fmt::format("cannot add this target: {}", finding.message));
  return target;
}

Node target_entry(Context& context, const Invocation& invocation) {
  Node entry = Node::map();
  entry.set("promise", Node::scalar(kind_of(invocation.positionals[0])));
  entry.set("target", Node::scalar(target_text(invocation.positionals[1])));
  set_text(entry, "filter", std::string(util::trim(invocation.get("filter"))));
  set_common(context, invocation, entry);
  if (entry.find("warn") == nullptr) entry.set("warn", Node::list_of({"75%"}));
  set_text(entry, "from", from_of(invocation, today_of(context)));
  return entry;
}

int run_target_add(Context& context, const Invocation& invocation) {
  const std::string why = required_why(invocation);
  const Node entry = target_entry(context, invocation);
  const std::string key = policy::key_of_entry(kTargetsFile, entry);
  std::string above;
  const auto edited =
      edit_policy_file(context, {.file = kTargetsFile,
                                 .key = key,
                                 .subject = fmt::format("add target {}", key),
                                 .why = why,
                                 .rewrite = [&](const policy::Files& files) {
                                   const policy::Policy policy = policy::load(files);
                                   const std::string text = session::text_to_edit(files, kTargetsFile);
                                   auto added = policy::add_target(text, policy, entry, read_entry(policy, entry));
                                   above = std::move(added.above);
                                   return std::move(added.text);
                                 }});
  const int code = report_policy_edit(context, edited);
  if (!above.empty()) context.say(fmt::format("it stands above '{}', which would take its complaints", above));
  const std::string from = entry.text_of("from");
  context.say(from.empty() ? "it holds from the beginning: open promises are due anew"
                           : fmt::format("it holds for promises that begin on {} or later", from));
  return code;
}

/// The newest entry of a promise and filter. Throws Error(not_found) with those that the promise has.
const policy::PromiseTarget& get_target(const policy::Policy& policy, const std::string& promise,
                                        const std::string& filter) {
  const policy::PromiseTarget* newest = nullptr;
  std::vector<std::string> hints;
  for (const policy::PromiseTarget& each : policy.targets) {
    if (record::name_of(each.promise) != promise) continue;
    if (each.filter_text == filter && (newest == nullptr || newest->from < each.from)) newest = &each;
    hints.push_back(each.filter_text.empty() ? "there is one without --filter"
                                             : fmt::format("there is: --filter '{}'", each.filter_text));
  }
  if (newest != nullptr) return *newest;
  hints.emplace_back("see: crmtrack target list");
  throw Error(
      ErrorKind::not_found,
      fmt::format("there is no target of {}{}{}", promise, filter.empty() ? " without a filter" : " for ", filter),
      std::move(hints));
}

/// Changes fields of the newest entry of a promise and filter.
session::PolicyEdited change_target(Context& context, const Invocation& invocation, std::string_view verb,
                                    const Node& fields) {
  const std::string promise = kind_of(invocation.positionals[0]);
  const std::string filter(util::trim(invocation.get("filter")));
  const std::string key = filter.empty() ? promise : promise + " " + filter;
  return edit_policy_file(context, {.file = kTargetsFile,
                                    .key = key,
                                    .subject = fmt::format("{} target {}", verb, key),
                                    .why = required_why(invocation),
                                    .rewrite = [&](const policy::Files& files) {
                                      (void)get_target(policy::load(files), promise, filter);
                                      const std::string text = session::text_to_edit(files, kTargetsFile);
                                      return policy::edit_entry(kTargetsFile, text, key, fields);
                                    }});
}

int run_target_edit(Context& context, const Invocation& invocation) {
  Node fields = Node::map();
  if (invocation.positionals.size() > 1) fields.set("target", Node::scalar(target_text(invocation.positionals[1])));
  set_common(context, invocation, fields);
  if (fields.entries.empty())
    throw Error(ErrorKind::usage, "cannot edit: nothing to change", {"give a target, --calendar or --warn"});
  const auto edited = change_target(context, invocation, "edit", fields);
  const int code = report_policy_edit(context, edited);
  context.say("open promises that it gave their due time are due anew; to leave them, use: crmtrack target add");
  return code;
}

int run_target_retire(Context& context, const Invocation& invocation) {
  Node fields = Node::map();
  const std::string today = today_of(context);
  set_text(fields, "valid_to", today);
  const int code = report_policy_edit(context, change_target(context, invocation, "retire", fields));
  context.say(fmt::format("promises that begin on {} or later have it no more", today));
  return code;
}

int run_target_list(Context& context, const Invocation& invocation) {
  const std::string today = today_of(context);
  std::vector<std::vector<std::string>> rows;
  for (const policy::PromiseTarget& each : context.policy().targets) {
    if (!each.valid_to.empty() && each.valid_to <= today && !invocation.has("all")) continue;
    std::vector<std::string> points;
    for (const calendar::WarningPoint& point : each.warn) points.push_back(calendar::format_warning_point(point));
    rows.push_back({std::string(record::name_of(each.promise)), calendar::format_target(each.target), each.filter_text,
                    each.calendar, util::join(points, ","), each.from, each.valid_to});
  }
  using document::Align;
  return print_policy_list(context,
                           {{"promise", "Promise"},
                            {"target", "Target", Align::right},
                            {"filter", "For", Align::left, true, true},
                            {"calendar", "Calendar"},
                            {"warn", "Warns"},
                            {"from", "From"},
                            {"valid_to", "Until", Align::left, invocation.has("all")}},
                           std::move(rows));
}

const PositionalSpec kPromiseKind{"PROMISE", "the kind of promise, such as resolution", Completes::target};
const OptionSpec kTargetFilter{"--filter", "FILTER", "which complaints, by their facts (default: all)",
                               Completes::filter};
const OptionSpec kTargetCalendar{"--calendar", "NAME", "the calendar that it counts by (default: the project's)",
                                 Completes::calendar};
const OptionSpec kTargetWarn{
    "--warn", "POINT[,POINT]", "when it is due soon: 75%, or 1h before the end", Completes::nothing, {}, true};

}  // namespace

const CommandSpec kTargetList{.name = "target list",
                              .group = "policy",
                              .summary = "list how long each promise may take",
                              .options = {{"--all", "", "retired ones too"}},
                              .examples = {{"crmtrack target list", "the first that fits holds"}},
                              .access = Access::reads,
                              .run = run_target_list};
const CommandSpec kTargetAdd{
    .name = "target add",
    .group = "policy",
    .summary = "set how long a promise may take",
    .positionals = {kPromiseKind, {"TARGET", "4h of business time, 2bd business days, or 30d days"}},
    .options = {kTargetFilter,
                kTargetCalendar,
                kTargetWarn,
                {"--from", "DATE", "the first day on which it holds, or always (default: today)"},
                option::kWhy},
    .examples =
        {{"crmtrack target add first_response 1h --filter severity:critical --warn 50% --why 'Agreed with sales'",
          "above the general one, so that it is reached"},
         {"crmtrack target add resolution 5bd --from 2027-01-01 --why 'Twice as fast'",
          "promises that begin earlier keep their target"}},
    .run = run_target_add};
const CommandSpec kTargetEdit{
    .name = "target edit",
    .group = "policy",
    .summary = "correct a target, also for promises that have begun",
    .positionals = {kPromiseKind, {"TARGET", "4h, 2bd or 30d", Completes::nothing, 0, 1}},
    .options = {kTargetFilter, kTargetCalendar, kTargetWarn, option::kWhy},
    .examples = {{"crmtrack target edit resolution 8bd --why 'A slip of the pen'", "open promises are due anew"}},
    .run = run_target_edit};
const CommandSpec kTargetRetire{
    .name = "target retire",
    .group = "policy",
    .summary = "let promises begin without this target",
    .positionals = {kPromiseKind},
    .options = {kTargetFilter, option::kWhy},
    .examples = {{"crmtrack target retire first_response --filter severity:critical --why 'The general one will do'",
                  "those that have begun keep it"}},
    .run = run_target_retire};

}  // namespace crmtrack::command
