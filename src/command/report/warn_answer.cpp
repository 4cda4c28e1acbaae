#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/report_written.hpp"
#include "session/warning/warnings.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

using session::Alarm;
using session::Warning;
using session::Warnings;
using util::Error;
using util::ErrorKind;

namespace {

/// The signals that can be answered: those that trip, and all that were raised.
std::vector<Alarm> answerable(Context& context, const std::vector<std::string>& filter) {
  const Warnings warnings = session::find_warnings(context, filter);
  std::map<std::string, Alarm> alarms = session::load_alarms(context);
  for (const Warning& item : warnings.items)
    if (item.signal != nullptr) alarms.try_emplace(item.name(), session::alarm_of(*item.signal));
  std::vector<Alarm> all;
  for (auto& [name, alarm] : alarms) all.push_back(std::move(alarm));
  return all;
}

/// The signal that a word means: its name, or a unique beginning of it.
Alarm get_alarm(const std::vector<Alarm>& alarms, const std::string& word) {
  std::vector<const Alarm*> found;
  std::vector<std::string> names;
  for (const Alarm& alarm : alarms) {
    if (!word.empty() && alarm.signal.starts_with(word)) found.push_back(&alarm);
    names.push_back(alarm.signal);
  }
  if (found.size() == 1) return *found.front();
  if (found.empty())
    throw Error(ErrorKind::not_found, fmt::format("cannot find the signal '{}'", word),
                {names.empty() ? "see crmtrack warn: nothing has tripped" : "signals: " + util::join(names, ", ")});
  names.clear();
  for (const Alarm* alarm : found) names.push_back(alarm->signal);
  throw Error(ErrorKind::ambiguous, fmt::format("'{}' is ambiguous: {} signals start with it", word, found.size()),
              {util::join(names, ", ")});
}

session::Draft alarm_draft(Context& context, const Invocation& invocation, const Alarm& alarm, std::string_view state) {
  session::Draft draft;
  draft.story = alarm.story;
  draft.kind = record::Kind::alarm;
  draft.at = at_of(context, invocation);
  draft.by = by_of(context, invocation);
  draft.says = fmt::format("signal {} {}", alarm.signal, state);
  draft.fields = session::alarm_fields(alarm, state, required_why(invocation));
  return draft;
}

int answer_signal(Context& context, const Invocation& invocation, std::string_view state) {
  (void)required_why(invocation);
  const std::vector<std::string> filter(invocation.positionals.begin() + 1, invocation.positionals.end());
  std::string said;
  const session::Written written = session::write_records(context, [&] {
    const Alarm alarm = get_alarm(answerable(context, filter), invocation.positionals.front());
    const std::string by = by_of(context, invocation);
    if (alarm.state == state && alarm.owner == by)
      throw Error(ErrorKind::refused,
                  fmt::format("cannot say that '{}' is {}: {} said so already", alarm.signal, state, by),
                  {"see crmtrack warn"});
    said = fmt::format("{} ({}{}) is {} by {}", alarm.signal, alarm.measure,
                       alarm.group.empty() ? "" : " of " + alarm.group, state, by);
    return std::vector{alarm_draft(context, invocation, alarm, state)};
  });
  if (context.settings().dry_run) return show_dry_run(context, written);
  return report_written(context, written.drafts, said);
}

int run_warn_acknowledge(Context& context, const Invocation& invocation) {
  return answer_signal(context, invocation, "acknowledged");
}
int run_warn_explain(Context& context, const Invocation& invocation) {
  return answer_signal(context, invocation, "explained");
}
int run_warn_act(Context& context, const Invocation& invocation) { return answer_signal(context, invocation, "acted"); }

const PositionalSpec kSignal{"SIGNAL", "its name, or a unique beginning of it; see crmtrack warn", Completes::signal};
const PositionalSpec kFound{"FILTER", "the filter that the signal was found with", Completes::filter, 0, -1};

}  // namespace

const CommandSpec kWarnAcknowledge{
    .name = "warn acknowledge",
    .group = "report",
    .summary = "take a signal up: you look after it from now on",
    .positionals = {kSignal, kFound},
    .options = {option::kWhy, option::kAt, option::kBy},
    .examples = {{"crmtrack warn acknowledge k3x9qf --why 'I ask the plant today'", "somebody looks after it"}},
    .run = run_warn_acknowledge,
};

const CommandSpec kWarnExplain{
    .name = "warn explain",
    .group = "report",
    .summary = "say what made a signal trip",
    .positionals = {kSignal, kFound},
    .options = {option::kWhy, option::kAt, option::kBy},
    .examples = {{"crmtrack warn explain k3x9qf --why 'The invoices of May went out twice'", "the cause is known"}},
    .run = run_warn_explain,
};

const CommandSpec kWarnAct{
    .name = "warn act",
    .group = "report",
    .summary = "say what was done about a signal",
    .positionals = {kSignal, kFound},
    .options = {option::kWhy, option::kAt, option::kBy},
    .examples = {{"crmtrack warn act k3x9qf --why 'Two people more on the hotline'", "something was done"}},
    .run = run_warn_act,
};

}  // namespace crmtrack::command
