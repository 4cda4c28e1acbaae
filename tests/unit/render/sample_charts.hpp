#pragma once

#include <chrono>
#include <cmath>
#include <string>
#include <vector>

#include "document/document.hpp"

/// A chart of each kind, with labels as bad as data can have them: for the units, and for the page that tests/pages
/// looks at in a browser.
namespace crmtrack::render::test {

using document::Chart;
using document::Estimate;

inline const std::vector<std::string> kHostile{"<script>alert(1)</script>",
                                               "billing_wrong",
                                               "he said \"no\" & 'never' `date` 100 %s",
                                               "\x1b[31mred\r\nEND_OF_BLOCK",
                                               "請求書の誤りについての苦情と返金の遅れ",
                                               "\u202eevil\u202c ]]> -->",
                                               std::string(300, 'w')};

inline document::Place month_of(int number) {
  using namespace std::chrono;
  const year_month_day day{year{2026} / month{1} / 1};
  const sys_days begin{(day.year() / day.month() + months{number}) / 1};
  const year_month_day then{begin};
  std::string label = std::to_string(static_cast<int>(then.year())) + '-';
  const auto of_year = static_cast<unsigned>(then.month());
  return {label + (of_year < 10 ? "0" : "") + std::to_string(of_year), util::Instant{begin}};
}

inline Chart bars_chart() {
  document::BarChart bars;
  for (std::size_t i = 0; i < kHostile.size(); ++i) {
    const double share = 0.9 - 0.11 * static_cast<double>(i);
    bars.bars.push_back({kHostile[i], {share, share - 0.08, std::min(share + 0.09, 1.0), 58 - 9 * i}});
  }
  bars.bars.push_back({"nobody asked", {}});
  return {"kept", "Promises kept by reason", "share", std::move(bars)};
}

inline Chart lines_chart() {
  document::LineChart chart;
  document::LineChart::Series received{"received", {}}, ended{"ended <b>_x_</b>", {}};
  for (int i = 0; i < 14; ++i) {
    chart.places.push_back(month_of(i));
    const double many = 20 + 9 * std::sin(i) + i;
    received.estimates.push_back({std::floor(many)});
    const auto few = static_cast<std::size_t>(i == 3 ? 2 : 17);
    ended.estimates.push_back(i == 6 ? Estimate{} : Estimate{many / 2, many / 2 - 3.25, many / 2 + 4.125, few});
  }
  chart.series = {std::move(received), std::move(ended)};
  return {"flow", "Received and ended", "complaints", std::move(chart)};
}

inline Chart control_chart() {
  document::ControlChart chart;
  chart.baseline = 20;
  for (int i = 0; i < 24; ++i) {
    const auto cases = static_cast<std::size_t>(40 + 7 * (i % 4));
    document::ControlChart::Point point{month_of(i), {0.12 + 0.03 * std::sin(i * 1.7), {}, {}, cases}};
    const double reach = 3 * std::sqrt(0.12 * 0.88 / static_cast<double>(cases));
    point.lower = std::max(0.12 - reach, 0.0);
    point.centre = 0.12;
    point.upper = 0.12 + reach;
    if (i == 21) {
      point.estimate.value = 0.34;
      point.signal = "above the upper limit";
    }
    chart.points.push_back(std::move(point));
  }
  return {"escalated", "Escalated by month", "share", std::move(chart)};
}

inline Chart pareto_chart() {
  document::ParetoChart chart;
  std::size_t count = 64;
  for (const std::string& label : kHostile) {
    chart.bars.push_back({label, count});
    count = count * 3 / 5;
  }
  chart.others = 9;
  return {"reasons", "Reasons", "complaints", std::move(chart)};
}

inline Chart survival_chart() {
  document::SurvivalChart chart;
  for (const char* name : {"high", "low & <i>slow</i>"}) {
    document::SurvivalChart::Group group{name, {}};
    double share = 1;
    std::size_t at_risk = name[0] == 'h' ? 12 : 60;
    for (int day = 1; day <= 40; day += name[0] == 'h' ? 3 : 5) {
      share *= name[0] == 'h' ? 0.8 : 0.9;
      group.steps.push_back({static_cast<double>(day), {share, share * 0.8, std::min(share * 1.15, 1.0), at_risk}});
      at_risk -= std::min<std::size_t>(at_risk, 2);
    }
    chart.groups.push_back(std::move(group));
  }
  return {"open", "Still open after a time", "share", std::move(chart)};
}

inline Chart heat_chart() {
  document::HeatMap map;
  map.row_title = "reason";
  map.column_title = "month";
  for (int j = 0; j < 9; ++j) map.columns.push_back(month_of(j).label);
  map.columns.push_back("<u>last</u>");
  map.rows = kHostile;
  for (std::size_t i = 0; i < map.rows.size(); ++i) {
    map.cells.emplace_back();
    for (std::size_t j = 0; j < map.columns.size() - i % 2; ++j)
      map.cells.back().push_back(j == 4 ? Estimate{}
                                        : Estimate{static_cast<double>(i * 7 + j * 13 % 11), {}, {}, i + j});
  }
  return {"reason_by_month", "Reason by month", "complaints", std::move(map)};
}

inline std::vector<Chart> sample_charts() {
  return {bars_chart(), lines_chart(), control_chart(), pareto_chart(), survival_chart(), heat_chart()};
}

/// A document with every kind of block.
inline document::Document sample_document() {
  using document::Role;
  document::Document document;
  document.add(document::Heading{"Report <b>of</b> everything & more", 1});
  document.add(document::Figures{{{"received", "120", "before 97", Role::plain},
                                  {"on time", "93.1 %", "27 of 29, 95 % 78.0 to 98.1 %", Role::good},
                                  {"late <i>", "4", "", Role::bad}}});
  document.add(document::Heading{"A level is left out here", 4});
  document.add(document::Paragraph{{{"Every role: "},
                                    {"strong", Role::strong},
                                    {" dim", Role::dim},
                                    {" good", Role::good},
                                    {" warning", Role::warning},
                                    {" bad", Role::bad},
                                    {" id", Role::id},
                                    {" heading", Role::heading},
                                    {" mark", Role::mark}}});
  document.add(document::Bars{{{"billing_wrong", 10, "10"}, {"<s>other</s>", 5, "5"}}});
  for (Chart& chart : sample_charts()) document.add(std::move(chart));
  document.add(document::Chart{"nothing", "Nothing at all", "complaints", document::BarChart{}});
  document.add(document::Heading{"A wide table", 2});
  document::Table wide{"wide", {}, {}};
  for (int j = 0; j < 14; ++j)
    wide.columns.push_back({"key_" + std::to_string(j), "Column" + std::to_string(j),
                            j > 5 ? document::Align::right : document::Align::left});
  for (int i = 0; i < 30; ++i) {
    wide.rows.emplace_back();
    for (int j = 0; j < 14; ++j)
      wide.rows.back().push_back({(j > 5 ? "" : "r") + std::to_string(1000 * i + 7 * j + 4711)});
  }
  wide.rows[3][1] = {kHostile[6]};
  document.add(std::move(wide));
  document.add(document::Heading{"Story", 2});
  document.add(document::Lines{{{{"2026-11-21 09:12", Role::strong}, {"  call </div> from us"}}}, 0});
  document.add(document::Lines{{{{"What they said"}}, {{"  and more"}}}, 2});
  document.add(document::Table{"none", {{"a", "a"}}, {}});
  return document;
}

}  // namespace crmtrack::render::test
