#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "warning/baseline.hpp"
#include "warning/periods.hpp"
#include "warning/series.hpp"
#include "warning/trial.hpp"

namespace crmtrack::warning {

/// A series that tripped, and still does at the end of the last complete period.
struct Signal {
  std::string name;  ///< what people call it: six characters, the same in each run
  Measure measure = Measure::volume;
  std::string group;      ///< as a filter says it; empty: everything
  std::string project;    ///< the project that it tells of; else empty
  std::string series;     ///< the name of the series
  std::string period;     ///< in which it tripped: `2026-w45`
  util::Instant since{};  ///< the end of that period: what it says was known from then on
  Trial trial;
  std::vector<std::int64_t> stories;  ///< those that made it trip, each once, by time
};

/// The result of a run of early warning.
struct Found {
  std::vector<Signal> signals;  ///< the rarest chance first
  std::size_t series = 0;       ///< how many were tested
  std::size_t trials = 0;       ///< by how many methods in all
  std::size_t held_back = 0;    ///< tripped, but may be chance among so many
};

/// The name of a signal: of its method, measure, group and period. `filter` are the words that the complaints were
/// chosen by, since the same group counts otherwise then.
std::string name_of_signal(Method method, Measure measure, std::string_view group, std::string_view period,
                           std::string_view filter);

/// Tests all series and customers at the end of the last complete period. A signal is what its method trips at and what
/// stands up among all trials of the run, of which no more than a tenth of the signals is expected to be chance
/// (statistics/false_discovery.hpp).
Found find_signals(const std::vector<Series>& series, const std::vector<Contacts>& customers, const Periods& periods,
                   const SetBaselines& baselines, std::string_view filter);

}  // namespace crmtrack::warning
