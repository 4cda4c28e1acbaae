#include "session/warning/alarms.hpp"

#include "index/read/alarms.hpp"
#include "index/read/lookup.hpp"
#include "record/machine_place.hpp"
#include "record/machine_record.hpp"
#include "story/struck.hpp"
#include "util/id.hpp"

namespace crmtrack::session {

namespace {

/// Whether somebody took a record of the journal back.
bool is_struck_record(Session& session, const record::StoryRef& ref, const std::string& record) {
  const auto story = index::find_story(session.index(), ref);
  return story && story::struck_records(story->entries).contains(record);
}

void apply_alarm(const index::AlarmRecord& record, Alarm& alarm) {
  if (alarm.signal.empty()) {
    alarm.signal = record.signal;
    alarm.measure = record.measure;
    alarm.method = record.method;
    alarm.group = record.group;
    alarm.period = record.period;
    alarm.story = record.story;
    alarm.since = record.at;
  }
  // A machine says that a signal was raised; what a person said of it before stands.
  const bool is_raising = record.state == "raised";
  if (is_raising && !alarm.state.empty()) return;
  alarm.state = record.state;
  if (!record.why.empty()) alarm.why = record.why;
  if (!is_raising) alarm.owner = record.by;
}

}  // namespace

std::map<std::string, Alarm> load_alarms(Session& session) {
  std::map<std::string, Alarm> alarms;
  for (const index::AlarmRecord& record : index::alarm_records(session.index()))
    if (!record.is_corrected || !is_struck_record(session, record.story, record.id))
      apply_alarm(record, alarms[record.signal]);
  return alarms;
}

warning::SetBaselines load_baselines(Session& session) {
  warning::SetBaselines baselines;
  for (const index::BaselineRecord& record : index::baseline_records(session.index()))
    if (record.from && (!record.is_corrected || !is_struck_record(session, record.story, record.id)))
      baselines[record.series] = {*record.from, record.to};
  return baselines;
}

Alarm alarm_of(const warning::Signal& signal) {
  Alarm alarm;
  alarm.signal = signal.name;
  alarm.measure = name_of(signal.measure);
  alarm.method = name_of(signal.trial.method);
  alarm.group = signal.group;
  alarm.period = signal.period;
  // All hosts and people derive one story, from the signal's name and the end of its period.
  alarm.story = {record::StoryKind::journal,
                 util::make_complaint_id(signal.since, record::random_of_source("alarm/" + signal.name))};
  return alarm;
}

yaml::Node alarm_fields(const Alarm& alarm, std::string_view state, const std::string& why) {
  yaml::Node fields = yaml::Node::map();
  const auto set = [&](const char* field, std::string_view value) {
    if (!value.empty()) fields.set(field, yaml::Node::scalar(std::string(value)));
  };
  set("signal", alarm.signal);
  set("measure", alarm.measure);
  set("method", alarm.method);
  set("group", alarm.group);
  set("period", alarm.period);
  set("state", state);
  set("why", why);
  return fields;
}

}  // namespace crmtrack::session
