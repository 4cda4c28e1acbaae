#include "report/person_view.hpp"

#include <algorithm>
#include <map>

#include "report/key.hpp"

namespace crmtrack::report {

namespace {

void withhold(Measure& measure) {
  measure.value = measure.low = measure.high = measure.before = std::nullopt;
  measure.n = measure.denominator = std::nullopt;
  measure.records = {};
  measure.note.clear();
  measure.instead = "fewer than 5, not shown";
  measure.is_withheld = true;
}

std::size_t basis_of(const Measure& measure) { return measure.denominator.value_or(measure.n.value_or(0)); }

void leave_out_tables(Report& report) {
  report.tables.clear();
  report.table_titles.clear();
  report.bars.clear();
  report.told = {};
  // People read the measures themselves where no table of groups is left.
  report.is_grouped = false;
  report.notes.emplace_back("figures of a person: none of fewer than 5 is shown, and no table");
}

/// Of the groups of one measure, withholds the smallest that is left where only one is withheld.
void withhold_second(const std::vector<Measure*>& groups) {
  const auto withheld =
      std::count_if(groups.begin(), groups.end(), [](const Measure* each) { return each->is_withheld; });
  if (withheld != 1) return;
  Measure* smallest = nullptr;
  for (Measure* const each : groups)
    if (!each->is_withheld && basis_of(*each) > 0 && (smallest == nullptr || basis_of(*each) < basis_of(*smallest)))
      smallest = each;
  if (smallest != nullptr) withhold(*smallest);
}

}  // namespace

void withhold_small(Report& report) {
  std::map<std::string, std::vector<Measure*>> groups;
  for (Measure& measure : report.measures) {
    const std::size_t basis = basis_of(measure);
    if (basis > 0 && basis < kFewestPersons) withhold(measure);
    if (!measure.group.empty()) groups[measure.name].push_back(&measure);
  }
  for (const auto& [name, measures] : groups) withhold_second(measures);
  leave_out_tables(report);
}

void withhold_all(Report& report) {
  for (Measure& measure : report.measures) withhold(measure);
  leave_out_tables(report);
}

}  // namespace crmtrack::report
