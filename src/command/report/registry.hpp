#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "report/case.hpp"

namespace crmtrack::command {

/// A report: a row of the registry, and one file that makes it. Exactly one of `make`, `load`, `print` and `tell` is
/// set.
struct ReportSpec {
  std::string_view name;
  std::string_view question;  ///< that it answers, for people who look for the right one
  std::string_view goal;      ///< that it serves
  /// Computes it from the input alone. Such a report can be split by keys and into a series.
  report::Report (*make)(const report::Input&) = nullptr;
  report::Wants wants = {};  ///< the rows that `make` or `load` reads of the complaints
  /// Reads rows of its own. `words` are the filter: without one, customers beside any complaint count too.
  report::Report (*load)(Context&, report::Input&, const std::vector<std::string>& words) = nullptr;
  /// Reads and prints it, with a note for its foot: the exit code.
  int (*print)(Context&, const Invocation&, const std::vector<std::string>& words, const std::string& note) = nullptr;
  /// Tells stories, without figures: the exit code.
  int (*tell)(Context&, const std::vector<std::string>& stories) = nullptr;
  std::string_view default_period = {};  ///< a span; empty: all time
  std::string_view default_by = {};      ///< the keys by which it is split where nobody names any
  bool of_persons = false;               ///< it is about people, and takes no filter of complaints
  bool is_listing = false;               ///< `load` lists records, as `list` does: no figure of it is withheld

  [[nodiscard]] bool can_be_split() const { return make != nullptr; }
  [[nodiscard]] bool has_figures() const { return (make != nullptr || load != nullptr) && !is_listing; }
};

/// All reports, in the order in which `report` lists them.
std::span<const ReportSpec> report_specs();
/// The report of that name. Throws Error(usage) with the nearest, and all.
const ReportSpec& get_report(const std::string& name);

}  // namespace crmtrack::command
