#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "query/calendar_unit.hpp"
#include "query/filter.hpp"

namespace crmtrack::command {

/// The time that a report is over, and how a series splits it.
struct ReportPeriod {
  std::optional<util::Instant> from, to;  ///< [from, to); none: unbounded
  std::optional<query::Unit> unit;        ///< of a series
};

/// The period of the options `--period SPAN`, or `--from` and `--to`, and the unit of `--period month`; without any of
/// them the span of `otherwise`, where that is not empty. Throws Error(usage) where one cannot be read, or where they
/// contradict each other.
ReportPeriod parse_report_period(const Invocation& invocation, const query::Moment& moment,
                                 std::string_view otherwise = {});
/// The period of the same kind just before; none where the report's has no two ends.
std::optional<ReportPeriod> period_before(const Invocation& invocation, const ReportPeriod& period,
                                          const query::Moment& moment);

/// The periods of a series: those of the report's time, which begins with `first` where it has no beginning, up to the
/// one that holds now. Throws Error(usage) where they are too many to read.
std::vector<query::UnitSpan> periods_of_series(const ReportPeriod& period, std::optional<util::Instant> first,
                                               const query::Moment& moment);

}  // namespace crmtrack::command
