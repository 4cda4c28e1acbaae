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

record::MachineRecord raised_record(const warning::Signal& signal, const session::Alarm& alarm,
                                    const std::string& says) {
  return record::make_machine_record({.kind = record::Kind::alarm,
                                      .key = "alarm/" + signal.name,
                                      .at = {signal.since},
                                      .by = record::kMachine,
                                      .fields = session::alarm_fields(alarm, "raised", says)});
}

std::vector<RaisedAlarm> new_alarms(session::Session& session) {
  const session::Warnings warnings = session::find_warnings(session, {});
  std::vector<RaisedAlarm> raised;
  for (const session::Warning& item : warnings.items) {
    if (item.alarm) continue;
    const warning::Signal& signal = *item.signal;
    std::string says = warning::sentence_of(signal, warnings.periods);
    const session::Alarm alarm = session::alarm_of(signal);
    record::MachineRecord made = raised_record(signal, alarm, says);
    raised.push_back({signal.name, signal.series, std::move(says), alarm.story, std::move(made)});
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
