#include "report/workload.hpp"

#include "report/backlog.hpp"
#include "report/effort.hpp"
#include "report/figures.hpp"
#include "report/volume.hpp"

namespace crmtrack::report {

namespace {

/// Our promises, to the customer and among ourselves, that are open and past their time now.
Measure overdue_of(const Input& input) {
  Measure measure = figure("overdue", "promises of ours that are overdue now", "promises", 0, 0);
  for (const Loop& promise : input.loops) {
    const bool is_ours = promise.group == Due::Group::ours || promise.group == Due::Group::internal;
    if (!is_ours || !promise.due || *promise.due >= input.meta.now) continue;
    ++*measure.n;
    if (promise.complaint) measure.records.push_back(*promise.complaint);
  }
  measure.value = static_cast<double>(*measure.n);
  measure.of_now = true;
  measure.head = "Overdue";
  return measure;
}

}  // namespace

Report make_workload(const Input& input) {
  Report report{"workload", "Workload", input.meta, {}, {}, {}, {}, {}};
  report.measures.push_back(volume_of(input));
  report.measures.push_back(ended_of(input));
  add_backlog(input, report);
  report.measures.push_back(overdue_of(input));
  report.measures.push_back(minutes_of(input));
  return report;
}

}  // namespace crmtrack::report
