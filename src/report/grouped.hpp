#pragma once

#include <functional>
#include <string>
#include <vector>

#include "query/calendar_unit.hpp"
#include "report/case.hpp"

namespace crmtrack::report {

/// A key by which a report is split, and for Key::period the periods of the series.
struct Axis {
  Key key = Key::project;
  std::vector<query::UnitSpan> periods = {};
};

/// How a report is split: by one key, or by two into a cross table.
struct Grouping {
  std::vector<Axis> axes;
  /// The measure that the table shows, by its id or its name on the screen. None: with one key all that have a short
  /// name, with two the first one.
  std::string figure = {};
  bool keeps_records = false;  ///< the complaints behind each figure, for `--records`
};

/// No axis has more groups: the smallest are one, `(others)`.
inline constexpr std::size_t kMostGroups = 200;
/// The second of two keys is the head of a table, which has fewer.
inline constexpr std::size_t kMostColumns = 50;

/// The group of a figure (Measure::group): `apollo`; of two keys `apollo, delay`, where `*` stands for all.
std::string group_name(const std::vector<std::string>& groups);

/// The measures of a report for all complaints and for each group, each computed from the complaints of that group
/// alone, and a table of them. Each complaint is in one group of a key, so the counts of the groups add up to the
/// total. In a series each period has what happened in it, and no figure of now. Throws Error(usage) where `figure` is
/// no measure of the report.
Report make_grouped(const Input& input, const Grouping& grouping, const std::function<Report(const Input&)>& make);

}  // namespace crmtrack::report
