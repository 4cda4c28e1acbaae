#include "tick/alarm.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "session/warning/warnings.hpp"
#include "session/write_machine.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/time.hpp"
#include "warning/sentence.hpp"

namespace crmtrack::tick {

namespace {

constexpr std::size_t kLongestMark = 64;

/// The file that has the day on which early warning was last looked at.
std::filesystem::path mark_file(session::Session& session) { return session.location().own_dir() / "warned"; }

std::string day_of_now(session::Session& session) { return util::format_utc(session.now()).substr(0, 10); }

bool has_looked_today(session::Session& session) {
  return util::find_file_text(mark_file(session), kLongestMark).value_or("") == day_of_now(session);
}

/// Where the file cannot be written, the next run looks again, and finds nothing new.
void note_look(session::Session& session) {
  try {
    util::make_private_directory(session.location().own_dir());
    util::replace_file(mark_file(session), day_of_now(session));
  } catch (const util::Error& error) {
    session.detail(fmt::format("early warning looks again at the next run: {}", error.what()));
  }
}

record::MachineRecord make_alarm(const warning::Signal& signal, const std::string& says) {
  yaml::Node fields = yaml::Node::map();
  const auto set = [&](const char* field, std::string_view value) {
    if (!value.empty()) fields.set(field, yaml::Node::scalar(std::string(value)));
  };
  set("signal", signal.name);
  set("measure", name_of(signal.measure));
  set("method", name_of(signal.trial.method));
  set("group", signal.group);
  set("period", signal.period);
  set("state", "raised");
  set("why", says);
  return record::make_machine_record({.kind = record::Kind::alarm,
                                      .key = "alarm/" + signal.name,
                                      .at = {signal.since},
                                      .by = record::kMachine,
                                      .fields = std::move(fields)});
}

std::vector<RaisedAlarm> new_alarms(session::Session& session) {
  const session::Warnings warnings = session::find_warnings(session, {});
  std::vector<RaisedAlarm> raised;
  for (const session::Warning& item : warnings.items) {
    if (item.alarm) continue;
    const warning::Signal& signal = *item.signal;
    std::string says =
        warning::sentence_of(signal, warnings.periods.name_of(warnings.periods.size() - 1), warnings.periods.unit());
    record::MachineRecord made = make_alarm(signal, says);
    raised.push_back({signal.name, signal.series, std::move(says), session::story_of_signal(signal.name, signal.since),
                      std::move(made)});
  }
  return raised;
}

}  // namespace

std::vector<RaisedAlarm> raise_alarms(session::Session& session) {
  std::vector<RaisedAlarm> raised;
  if (has_looked_today(session)) return raised;
  session::write_machine_records(session, [&] {
    raised = new_alarms(session);
    std::vector<session::MachineDraft> drafts;
    for (const RaisedAlarm& alarm : raised) drafts.push_back({alarm.story, alarm.made, {}});
    return drafts;
  });
  if (!session.settings().dry_run) note_look(session);
  return raised;
}

}  // namespace crmtrack::tick
