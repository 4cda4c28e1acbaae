#include "report/compliance.hpp"

#include <fmt/format.h>

#include <set>

namespace crmtrack::report {

namespace {

/// A kind of gap in words; the kind itself where there are none.
std::string title_of(std::string_view kind) {
  if (kind == "owner") return "without an owner";
  if (kind == "next_step") return "without a next step";
  if (kind == "contact") return "without anybody to reach";
  if (kind == "acknowledgement") return "not acknowledged";
  if (kind == "silence") return "without a contact for too long";
  if (kind == "confirmation") return "answers never confirmed";
  if (kind == "date") return "promises without a date";
  if (kind == "form") return "form rules passed over";
  return std::string(kind);
}

Measure measure_of(std::size_t kind, std::string_view name, const std::vector<FoundGap>& gaps) {
  std::set<CaseIndex> complaints;
  std::size_t found = 0;
  for (const FoundGap& gap : gaps) {
    if (gap.kind != kind) continue;
    ++found;
    if (gap.complaint) complaints.insert(*gap.complaint);
  }
  Measure measure = tally(fmt::format("gap_{}", name), title_of(name), {complaints.begin(), complaints.end()});
  measure.value = static_cast<double>(found);
  measure.n = found;
  measure.unit = "gaps";
  measure.of_now = true;
  return measure;
}

}  // namespace

Report make_compliance(const Input& input, std::span<const std::string_view> kinds, const std::vector<FoundGap>& gaps,
                       document::Table table) {
  Report report{"compliance", "Compliance", input.meta, {}, {}, {}, {}, {}};
  for (std::size_t kind = 0; kind < kinds.size(); ++kind)
    report.measures.push_back(measure_of(kind, kinds[kind], gaps));
  std::set<CaseIndex> complaints;
  for (const FoundGap& gap : gaps)
    if (gap.complaint) complaints.insert(*gap.complaint);
  Measure all = tally("complaints_with_gaps", "open complaints with a gap", {complaints.begin(), complaints.end()});
  all.of_now = true;
  report.measures.insert(report.measures.begin(), std::move(all));
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("What is missing");
  return report;
}

}  // namespace crmtrack::report
