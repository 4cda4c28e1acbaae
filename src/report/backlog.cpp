#include "report/backlog.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <map>

namespace crmtrack::report {

namespace {

struct Band {
  int from, to;
  const char* name;
};
/// Ages of the backlog in days of local dates (docs/measures.md).
constexpr std::array kBands{Band{0, 2, "0-2"},          Band{3, 5, "3-5"},     Band{6, 10, "6-10"},
                            Band{11, 20, "11-20"},      Band{21, 40, "21-40"}, Band{41, 56, "41-56"},
                            Band{57, 1'000'000, "> 56"}};

}  // namespace

std::int64_t age_in_days(const Input& input, const Case& item) {
  return (std::chrono::sys_days(input.zone.date_of(input.meta.now)) -
          std::chrono::sys_days(input.zone.date_of(item.received)))
      .count();
}

void add_backlog(const Input& input, Report& report) {
  std::vector<CaseIndex> open;
  std::map<std::string, std::size_t> bands;
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const Case& item = input.cases[i];
    if (!item.open) continue;
    open.push_back(i);
    const std::int64_t age = age_in_days(input, item);
    for (const Band& band : kBands)
      if (age >= band.from && age <= band.to) ++bands[band.name];
  }
  document::Table table{
      "backlog_age", {{"age_days", "Age in days"}, {"complaints", "Open", document::Align::right}}, {}};
  for (const Band& band : kBands) table.rows.push_back({{band.name}, {fmt::to_string(bands[band.name])}});
  if (open.empty()) table.rows.clear();
  report.measures.push_back(tally("backlog", "open now", std::move(open)));
  report.measures.back().of_now = true;
  report.measures.back().head = "Open now";
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("Backlog by age");
}

}  // namespace crmtrack::report
