#include "session/warning/alarms.hpp"

#include <algorithm>
#include <set>

#include "index/read/alarms.hpp"
#include "index/read/lookup.hpp"
#include "record/machine_place.hpp"
#include "record/machine_record.hpp"
#include "util/id.hpp"

namespace crmtrack::session {

namespace {

bool strikes(const story::Entry& entry, const std::string& record) {
  const yaml::Node* const set = entry.record.body.find("set");
  return entry.counts() && entry.record.text_of("corrects") == record && set != nullptr &&
         set->find("struck") != nullptr;
}

/// Whether somebody took a record of the journal back.
bool is_struck_record(Session& session, const record::StoryRef& ref, const std::string& record) {
  const auto story = index::find_story(session.index(), ref);
  return story && std::any_of(story->entries.begin(), story->entries.end(),
                              [&](const story::Entry& entry) { return strikes(entry, record); });
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

record::StoryRef story_of_signal(const std::string& signal, util::Instant since) {
  return {record::StoryKind::journal, util::make_complaint_id(since, record::random_of_source("alarm/" + signal))};
}

}  // namespace crmtrack::session
