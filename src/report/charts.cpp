#include "report/charts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "report/months.hpp"
#include "statistics/survival_bands.hpp"
#include "statistics/wilson.hpp"

namespace crmtrack::report {

namespace {

using document::BarChart;
using document::Chart;
using document::Estimate;
using document::HeatMap;
using document::LineChart;
using document::ParetoChart;
using document::SurvivalChart;

constexpr std::size_t kMostLabels = 12;   ///< bars and rows; further ones are counted together
constexpr std::size_t kMostColumns = 12;  ///< months of a heat map
constexpr std::size_t kMostMonths = 24;   ///< months of a line
constexpr double kMostSteps = 30;         ///< of a curve
constexpr double kSecondsADay = 86'400;

const document::Table* find_table(const Report& report, std::string_view name) {
  for (const document::Table& table : report.tables)
    if (table.name == name) return &table;
  return nullptr;
}

/// The texts of a column; empty where the table has no such column.
std::vector<std::string> column_of(const document::Table& table, std::string_view key) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].key == key)
      for (const auto& row : table.rows) texts.push_back(row[i].text);
  return texts;
}

double number_in(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::size_t count_in(const std::string& text) { return static_cast<std::size_t>(number_in(text)); }

/// A Pareto chart of two columns of a table, which is sorted by counts.
ParetoChart pareto_of(const document::Table& table, std::string_view label, std::string_view count) {
  const std::vector<std::string> labels = column_of(table, label), counts = column_of(table, count);
  ParetoChart chart;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (i < kMostLabels)
      chart.bars.push_back({labels[i], count_in(counts[i])});
    else
      chart.others += count_in(counts[i]);
  return chart;
}

/// The share that still waits after so many whole days, at no more than kMostSteps times.
std::vector<SurvivalChart::Step> steps_of(const std::vector<statistics::Duration>& durations) {
  const std::vector<statistics::SurvivalBand> bands = statistics::survival_bands(durations);
  std::vector<SurvivalChart::Step> steps;
  if (bands.empty()) return steps;
  const double last = std::max(1.0, std::ceil(bands.back().time));
  const double stride = std::max(1.0, std::ceil(last / kMostSteps));
  std::size_t next = 0;
  for (double day = stride; day < last + stride; day += stride) {
    const std::size_t before = next;
    while (next < bands.size() && bands[next].time <= day) ++next;
    if (next == before) continue;  // nothing ended since
    const statistics::SurvivalBand& band = bands[next - 1];
    steps.push_back({day, {band.share, band.low, band.high, band.at_risk}});
  }
  return steps;
}

void add_backlog_chart(Report& report) {
  const document::Table* const table = find_table(report, "backlog_age");
  if (table == nullptr || table->rows.empty()) return;
  const auto ages = column_of(*table, "age_days"), counts = column_of(*table, "complaints");
  BarChart chart;
  for (std::size_t i = 0; i < ages.size(); ++i) chart.bars.push_back({ages[i] + " days", {number_in(counts[i])}});
  report.charts.push_back({"backlog_age", "Backlog by age", "complaints", std::move(chart)});
}

void add_flow_chart(const Input& input, Report& report) {
  const Months months(input, kMostMonths);
  std::vector<std::size_t> received(months.size()), ended(months.size());
  for (const Case& item : input.cases) {
    if (const auto place = months.find(item.received); place && input.in_period(item.received)) ++received[*place];
    if (!item.first_ended || !input.in_period(*item.first_ended)) continue;
    if (const auto place = months.find(*item.first_ended)) ++ended[*place];
  }
  LineChart chart{months.places(), {{"received", {}}, {"ended", {}}}};
  for (std::size_t i = 0; i < months.size(); ++i) {
    chart.series[0].estimates.push_back({static_cast<double>(received[i])});
    chart.series[1].estimates.push_back({static_cast<double>(ended[i])});
  }
  report.charts.push_back({"flow", "Received and ended by month" + months.so_far(), "complaints", std::move(chart)});
}

void add_answer_chart(const Input& input, Report& report) {
  const CaseTimes times = times_of(input, {&Case::first_responded, &Case::answered});
  SurvivalChart chart;
  chart.groups.push_back({"still without an answer", steps_of(times.durations)});
  report.charts.push_back({"first_answer", "Time to first answer", "share", std::move(chart)});
}

/// Reasons by month: those with the most complaints a row each, in the order of the report's table.
void add_reason_charts(const Input& input, Report& report) {
  const document::Table* const table = find_table(report, "reasons");
  if (table == nullptr || table->rows.empty()) return;
  report.charts.push_back({"pareto", "Received by reason", "complaints", pareto_of(*table, "label", "volume")});
  const auto codes = column_of(*table, "reason"), labels = column_of(*table, "label");
  const Months months(input, kMostColumns);
  const std::size_t shown = std::min(codes.size(), kMostLabels);
  std::map<std::string, std::size_t> rows;
  for (std::size_t i = 0; i < codes.size(); ++i) rows.emplace(codes[i], std::min(i, shown));
  HeatMap map{"reason", "month", {labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(shown)}, {}, {}};
  if (codes.size() > shown) map.rows.emplace_back("others");
  for (std::size_t i = 0; i < months.size(); ++i) map.columns.push_back(months.name_of(i));
  map.cells.assign(map.rows.size(), std::vector<Estimate>(months.size(), Estimate{0}));
  for (const Case& item : input.cases) {
    const auto place = months.find(item.received);
    const auto row = rows.find(input.mapped_reason(item.reason));
    if (place && row != rows.end() && input.in_period(item.received)) *map.cells[row->second][*place].value += 1;
  }
  report.charts.push_back(
      {"reason_by_month", "Received by reason and month" + months.so_far(), "complaints", std::move(map)});
}

void add_escalation_charts(const Input& input, Report& report) {
  const document::Table* const table = find_table(report, "triggers");
  if (table != nullptr && !table->rows.empty())
    report.charts.push_back(
        {"triggers", "What set escalations off", "escalations", pareto_of(*table, "trigger", "escalations")});
  std::vector<bool> escalated(input.cases.size());
  for (const Rung& rung : input.rungs)
    if (rung.to_level > rung.from_level && rung.nature != "functional") escalated[rung.complaint] = true;
  const Months months(input, kMostMonths);
  std::vector<std::size_t> received(months.size()), hits(months.size());
  for (std::size_t i = 0; i < input.cases.size(); ++i) {
    const auto place = months.find(input.cases[i].received);
    if (!place || !input.in_period(input.cases[i].received)) continue;
    ++received[*place];
    hits[*place] += escalated[i] ? 1 : 0;
  }
  LineChart chart{months.places(), {{"escalated", {}}}};
  for (std::size_t i = 0; i < months.size(); ++i) {
    const statistics::Interval interval = statistics::wilson(hits[i], received[i]);
    chart.series[0].estimates.push_back(received[i] == 0
                                            ? Estimate{}
                                            : Estimate{static_cast<double>(hits[i]) / static_cast<double>(received[i]),
                                                       interval.low, interval.high, received[i]});
  }
  report.charts.push_back(
      {"escalated_by_month", "Escalated, of those received in a month" + months.so_far(), "share", std::move(chart)});
}

/// The longest pauses, and what of them came after the customer's contact.
void add_pause_chart(Report& report) {
  const document::Table* const table = find_table(report, "pauses");
  if (table == nullptr || table->rows.empty()) return;
  const auto ids = column_of(*table, "complaint"), seconds = column_of(*table, "recorded_seconds");
  std::vector<std::pair<double, std::string>> longest;
  for (std::size_t i = 0; i < ids.size(); ++i)
    longest.emplace_back(number_in(seconds[i]) / kSecondsADay, ids[i].substr(ids[i].find('-') + 1));
  std::ranges::stable_sort(longest, std::ranges::greater{}, &std::pair<double, std::string>::first);
  BarChart chart;
  for (const auto& [days, id] : longest)
    if (chart.bars.size() < kMostLabels) chart.bars.push_back({id, {days}});
  report.charts.push_back({"longest_pauses", "Longest pauses by complaint", "calendar_days", std::move(chart)});
}

}  // namespace

void add_charts(const Input& input, Report& report) {
  if (report.name == "summary") {
    add_backlog_chart(report);
    add_flow_chart(input, report);
    add_answer_chart(input, report);
  }
  if (report.name == "reasons") add_reason_charts(input, report);
  if (report.name == "escalations") add_escalation_charts(input, report);
  if (report.name == "pauses") add_pause_chart(report);
}

std::span<const std::string_view> charted_reports() {
  static constexpr std::array<std::string_view, 4> kCharted{"summary", "reasons", "escalations", "pauses"};
  return kCharted;
}

}  // namespace crmtrack::report
