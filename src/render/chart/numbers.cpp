#include "render/chart/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/chart/bar_rows.hpp"
#include "render/chart/heat_scale.hpp"
#include "render/chart/number.hpp"

namespace crmtrack::render {

namespace {

using document::Align;
using document::Cell;
using document::Chart;
using document::Estimate;
using document::Table;

using Row = std::vector<Cell>;

Cell number_cell(std::optional<double> value, const std::string& unit) {
  if (!finite(value)) return {};
  return {plain_number(value), shown_number(value, unit)};
}

Cell count_cell(std::optional<std::size_t> count) { return count ? Cell{fmt::to_string(*count)} : Cell{}; }

void add_estimate(const Estimate& estimate, const std::string& unit, Row& row) {
  for (const std::optional<double> value : {estimate.value, estimate.low, estimate.high})
    row.push_back(number_cell(value, unit));
  row.push_back(count_cell(estimate.n));
}

/// Builds the table of each kind of chart.
class NumbersWriter {
 public:
  explicit NumbersWriter(const Chart& chart) : unit_(chart.unit) { table_.name = chart.name; }
  Table take() { return std::move(table_); }

  void operator()(const document::BarChart& chart) {
    add_text("label", "");
    add_estimate_columns();
    for (const auto& bar : chart.bars) {
      Row row{{bar.label}};
      add_estimate(bar.estimate, unit_, row);
      table_.rows.push_back(std::move(row));
    }
  }
  void operator()(const document::LineChart& chart) {
    add_text("period", "period");
    add_text("series", "series");
    add_estimate_columns();
    for (const auto& series : chart.series)
      for (std::size_t i = 0; i < std::min(chart.places.size(), series.estimates.size()); ++i) {
        Row row{{chart.places[i].label}, {series.name}};
        add_estimate(series.estimates[i], unit_, row);
        table_.rows.push_back(std::move(row));
      }
  }
  void operator()(const document::ControlChart& chart) {
    add_text("period", "period");
    add_number("value", shown_unit(unit_));
    add_number("n", "n");
    add_number("lower_limit", "lower limit");
    add_number("centre", "centre");
    add_number("upper_limit", "upper limit");
    add_text("signal", "signal");
    for (const auto& point : chart.points)
      table_.rows.push_back({{point.place.label},
                             number_cell(point.estimate.value, unit_),
                             count_cell(point.estimate.n),
                             number_cell(point.lower, unit_),
                             number_cell(point.centre, unit_),
                             number_cell(point.upper, unit_),
                             {point.signal}});
  }
  void operator()(const document::ParetoChart& chart) {
    add_text("label", "");
    add_number("count", shown_unit(unit_));
    add_number("share", "share");
    add_number("share_so_far", "share so far");
    std::size_t sum = 0;
    for (const auto& bar : chart.bars) add_count(bar.label, bar.count, sum, whole_of(chart));
    if (chart.others > 0) add_count("others", chart.others, sum, whole_of(chart));
  }
  void operator()(const document::SurvivalChart& chart) {
    add_text("group", "group");
    add_number("time", shown_unit(chart.time_unit));
    add_number("share", "share");
    add_number("low", "95 % low");
    add_number("high", "95 % high");
    add_number("at_risk", "at risk");
    for (const auto& group : chart.groups)
      for (const auto& step : group.steps) {
        Row row{{group.name}, number_cell(step.time, chart.time_unit)};
        add_estimate(step.share, "share", row);
        table_.rows.push_back(std::move(row));
      }
  }
  void operator()(const document::HeatMap& map) {
    add_text("row", map.row_title);
    add_text("column", map.column_title);
    add_estimate_columns();
    for (std::size_t i = 0; i < std::min(map.rows.size(), map.cells.size()); ++i)
      for (std::size_t j = 0; j < std::min(map.columns.size(), map.cells[i].size()); ++j) {
        Row row{{map.rows[i]}, {map.columns[j]}};
        add_estimate(map.cells[i][j], unit_, row);
        table_.rows.push_back(std::move(row));
      }
  }

 private:
  void add_text(const char* key, std::string title) {
    table_.columns.push_back({key, std::move(title), Align::left, true, true});
  }
  void add_number(const char* key, std::string title) {
    table_.columns.push_back({key, std::move(title), Align::right});
  }
  void add_estimate_columns() {
    add_number("value", shown_unit(unit_));
    add_number("low", "95 % low");
    add_number("high", "95 % high");
    add_number("n", "n");
  }
  void add_count(const std::string& label, std::size_t count, std::size_t& sum, std::size_t whole) {
    sum += count;
    const auto share = [&](std::size_t part) {
      return whole > 0 ? std::optional(static_cast<double>(part) / static_cast<double>(whole)) : std::nullopt;
    };
    table_.rows.push_back(
        {{label}, count_cell(count), number_cell(share(count), "share"), number_cell(share(sum), "share")});
  }

  const std::string& unit_;
  Table table_;
};

void drop_empty_columns(Table& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    table.columns[i].shown = std::any_of(
        table.rows.begin(), table.rows.end(), [&](const Row& row) { return !row[i].text.empty(); });
}

/// `33.3 % (n 3)`: the cases stand beside a value that is not itself their number.
Cell heat_cell(const Estimate& estimate, const std::string& unit) {
  Cell cell = number_cell(estimate.value, unit);
  if (estimate.n && !cell.text.empty() && plain_number(static_cast<double>(*estimate.n)) != cell.text)
    cell.shown += fmt::format(" (n {})", *estimate.n);
  return cell;
}

Table heat_rows(const Chart& chart, const document::HeatMap& map) {
  Table table{chart.name, {{"row", map.row_title, Align::left, true, true}}, {}};
  for (std::size_t j = 0; j < map.columns.size(); ++j) {
    std::size_t widest = 3;
    for (std::size_t i = 0; i < map.rows.size(); ++i)
      widest = std::max(widest, heat_cell(cell_of(map, i, j), chart.unit).shown.size());
    // A long label is cut; a number never is.
    table.columns.push_back({fmt::format("column_{}", j + 1), map.columns[j], Align::right, true, true, widest});
  }
  for (std::size_t i = 0; i < map.rows.size(); ++i) {
    Row row{{map.rows[i]}};
    for (std::size_t j = 0; j < map.columns.size(); ++j) row.push_back(heat_cell(cell_of(map, i, j), chart.unit));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Table chart_numbers(const Chart& chart) {
  NumbersWriter writer{chart};
  std::visit(writer, chart.figure);
  return writer.take();
}

Table readable_numbers(const Chart& chart) {
  if (const auto* map = std::get_if<document::HeatMap>(&chart.figure)) return heat_rows(chart, *map);
  Table table = chart_numbers(chart);
  drop_empty_columns(table);
  return table;
}

}  // namespace crmtrack::render
