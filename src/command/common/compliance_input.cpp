#include "command/common/compliance_input.hpp"

#include <map>

#include "command/common/gaps_input.hpp"
#include "command/common/output.hpp"
#include "report/compliance.hpp"
#include "view/gaps.hpp"

namespace crmtrack::command {

report::Report load_compliance(Context& context, const report::Input& input, bool everywhere) {
  std::map<std::string, report::CaseIndex, std::less<>> places;
  for (report::CaseIndex i = 0; i < input.cases.size(); ++i)
    if (input.in_period(input.cases[i].received)) places.emplace(input.cases[i].id, i);
  index::PromiseSelection selection;
  selection.now = context.now();
  std::vector<index::GapRow> rows;
  std::vector<report::FoundGap> gaps;
  for (index::GapRow& row : load_gaps(context, selection)) {
    const auto place = places.find(row.story.id);
    const bool of_complaint = row.story.kind == record::StoryKind::complaint;
    if (of_complaint ? place == places.end() : !everywhere) continue;
    gaps.push_back({static_cast<std::size_t>(row.gap), of_complaint ? std::optional(place->second) : std::nullopt});
    if (!input.only_page || rows.size() < report::kMostOnPage) rows.push_back(std::move(row));
  }
  report::Report report = report::make_compliance(
      input, index::kGaps, gaps,
      view::gap_table(setting_of(context), rows,
                      context.out().takes_documents() ? view::Reader::person : view::Reader::program));
  if (input.only_page) report.rows_in_all.emplace(report.tables.front().name, gaps.size());
  return report;
}

}  // namespace crmtrack::command
