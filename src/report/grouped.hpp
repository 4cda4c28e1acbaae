#pragma once

#include <functional>
#include <string>
#include <vector>

#include "report/axis.hpp"
#include "report/case.hpp"

namespace crmtrack::report {

/// How a report is split: by one key, or by two into a cross table.
struct Grouping {
  std::vector<Axis> axes;
  /// The measure that the table shows, by its id or its name on the screen. None: with one key all that have a short
  /// name, with two the first one.
  std::string figure = {};
  bool keeps_records = false;      ///< the complaints behind each figure, for `--records`
  const Report* before = nullptr;  ///< the period before, split likewise: figures have their change against it
};

/// The group of a figure (Measure::group): `apollo`; of two keys `apollo, delay`, where `*` stands for all.
std::string group_name(const std::vector<std::string>& groups);

/// The measures of a report for all complaints and for each group, each computed from the complaints of that group
/// alone, and a table of them. Each complaint is in one group of a key, so the counts of the groups add up to the
/// total. In a series each period has what happened in it, and no figure of now. Throws Error(usage) where `figure` is
/// no measure of the report.
Report make_grouped(const Input& input, const Grouping& grouping, const std::function<Report(const Input&)>& make);

}  // namespace crmtrack::report
