#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "record/path.hpp"
#include "session/session.hpp"
#include "warning/baseline.hpp"
#include "warning/signal.hpp"
#include "yaml/node.hpp"

namespace crmtrack::session {

/// The records of one signal: that it was raised, and what people made of it.
struct Alarm {
  std::string signal, measure, method, group, period;
  std::string why;    ///< of the newest record
  std::string state;  ///< of the newest record: one of record::kAlarmStates
  std::string owner;  ///< who said last what they make of it; empty: nobody yet
  record::StoryRef story;
  util::Instant since{};  ///< when it was raised, or first answered

  /// Somebody has said why, or done something: it needs nobody any more.
  [[nodiscard]] bool is_settled() const { return state == "explained" || state == "acted"; }
};

/// All alarms of the ledger, by the names of their signals. Records that were taken back do not count.
std::map<std::string, Alarm> load_alarms(Session& session);

/// The newest baseline that somebody set for each series.
warning::SetBaselines load_baselines(Session& session);

/// The alarm of a signal of which no record tells yet, with the story that its records go to.
Alarm alarm_of(const warning::Signal& signal);
/// The fields of a record that says what became of an alarm.
yaml::Node alarm_fields(const Alarm& alarm, std::string_view state, const std::string& why);

}  // namespace crmtrack::session
