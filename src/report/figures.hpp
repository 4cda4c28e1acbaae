#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

/// Figures that several reports have.
namespace crmtrack::report {

/// A figure over `n` things that is no share: a sum, a mean, a median.
Measure figure(std::string name, std::string title, std::string unit, std::optional<double> value, std::size_t n);
/// The median and the 90th percentile of times in days by nearest rank, as `<name>_median` and `<name>_p90`.
void add_quantiles(Report& report, const std::string& name, const std::string& half, const std::string& most,
                   const std::vector<double>& days);
/// Moves the measures with these names, in this order, from one report to the end of another.
void take_measures(Report& report, Report from, std::initializer_list<std::string_view> names);

}  // namespace crmtrack::report
