#include "report/viewings.hpp"

#include <algorithm>

#include "util/text/parts.hpp"

namespace crmtrack::report {

namespace {

Measure count_of(const char* name, const char* title, std::size_t n) {
  Measure measure;
  measure.name = name;
  measure.title = title;
  measure.value = static_cast<double>(n);
  measure.n = n;
  measure.unit = "views";
  return measure;
}

}  // namespace

Report make_viewings(const Input& input, const std::vector<SeenView>& views) {
  Report report{"viewings", "Who looked", input.meta, {}, {}, {}, {}, {}};
  const auto mine = static_cast<std::size_t>(
      std::count_if(views.begin(), views.end(), [](const SeenView& view) { return view.is_of_reader; }));
  report.measures.push_back(count_of("views_of_me", "views of what you own", views.size() - mine));
  report.measures.push_back(count_of("views_by_me", "views that you opened", mine));
  document::Table table{"viewings",
                        {{"at", "When"},
                         {"by", "Who", document::Align::left, true, true},
                         {"about", "At whom", document::Align::left, true, true},
                         {"report", "Report", document::Align::left, true, true},
                         {"record", "Record", document::Align::left, false}},
                        {}};
  for (const SeenView& view : views)
    table.rows.push_back({{util::format_utc(view.at), util::format_date(input.zone.date_of(view.at))},
                          {view.by},
                          {util::join(view.about, ", ")},
                          {view.report},
                          {view.record}});
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("Who looked at what");
  return report;
}

}  // namespace crmtrack::report
