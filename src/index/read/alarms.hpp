#pragma once

#include <optional>
#include <string>
#include <vector>

#include "index/index.hpp"
#include "record/path.hpp"
#include "util/time.hpp"

/// The records of early warning: alarms with what became of them, and baselines that somebody set.
namespace crmtrack::index {

struct AlarmRecord {
  record::StoryRef story;
  std::string id, signal, measure, method, group, period, state, why, by;
  util::Instant at{};
  bool is_corrected = false;  ///< a correction names it: it may have been taken back
};
/// All alarm records that count or may count, oldest first.
std::vector<AlarmRecord> alarm_records(const Index& index);

struct BaselineRecord {
  record::StoryRef story;
  std::string id, series;
  std::optional<util::Instant> from, to;
  bool is_corrected = false;  ///< a correction names it: it may have been taken back
};
/// All baseline records that count or may count, oldest first.
std::vector<BaselineRecord> baseline_records(const Index& index);

}  // namespace crmtrack::index
