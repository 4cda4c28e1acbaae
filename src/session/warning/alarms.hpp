#pragma once

#include <map>
#include <optional>
#include <string>

#include "record/path.hpp"
#include "session/session.hpp"
#include "warning/baseline.hpp"

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

/// The story of a signal's records: whoever writes the first, its name and the end of its period give the same one.
record::StoryRef story_of_signal(const std::string& signal, util::Instant since);

}  // namespace crmtrack::session
