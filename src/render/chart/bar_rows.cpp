#include "render/chart/bar_rows.hpp"

#include <fmt/format.h>

#include "render/chart/number.hpp"

namespace crmtrack::render {

namespace {

/// `51.0 % to 74.2 %, n 38`.
std::string note_of(const document::Estimate& estimate, const std::string& unit) {
  std::string note;
  if (finite(estimate.low) && finite(estimate.high))
    note = fmt::format("{} to {}", shown_number(estimate.low, unit), shown_number(estimate.high, unit));
  if (estimate.n) note += fmt::format("{}n {}", note.empty() ? "" : ", ", *estimate.n);
  return note;
}

void add_row(BarRows::Row row, BarRows& rows) {
  rows.values.take(row.value);
  rows.values.take(row.low);
  rows.values.take(row.high);
  rows.banded = rows.banded || row.low;
  rows.few = rows.few || (row.few && row.value);
  rows.rows.push_back(std::move(row));
}

}  // namespace

BarRows bar_rows_of(const document::BarChart& chart, const std::string& unit) {
  BarRows rows;
  for (const auto& bar : chart.bars) {
    const document::Estimate& estimate = bar.estimate;
    BarRows::Row row{bar.label, shown_number(estimate.value, unit), finite(estimate.value)};
    row.note = note_of(estimate, unit);
    row.few = document::is_of_few(estimate);
    const std::optional<double> low = finite(estimate.low), high = finite(estimate.high);
    if (low && high && *low <= *high) {
      row.low = low;
      row.high = high;
    }
    add_row(std::move(row), rows);
  }
  return rows;
}

BarRows bar_rows_of(const document::ParetoChart& chart) {
  BarRows rows;
  const std::size_t whole = whole_of(chart);
  std::size_t sum = 0;
  const auto add = [&](const std::string& label, std::size_t count, bool drawn) {
    sum += count;
    BarRows::Row row{label, fmt::to_string(count)};
    if (drawn) row.value = static_cast<double>(count);
    if (whole > 0) {
      row.so_far = static_cast<double>(sum) / static_cast<double>(whole);
      row.note =
          fmt::format("{}, so far {}", shown_number(static_cast<double>(count) / static_cast<double>(whole), "share"),
                      shown_number(row.so_far, "share"));
    }
    add_row(std::move(row), rows);
  };
  for (const auto& bar : chart.bars) add(bar.label, bar.count, true);
  if (chart.others > 0) add("others", chart.others, false);
  return rows;
}

BarRows bar_rows_of(const document::Bars& bars) {
  BarRows rows;
  for (const auto& item : bars.items) add_row({item.label, item.shown, finite(item.value)}, rows);
  return rows;
}

std::size_t whole_of(const document::ParetoChart& chart) {
  std::size_t whole = chart.others;
  for (const auto& bar : chart.bars) whole += bar.count;
  return whole;
}

std::optional<std::size_t> vital_rows(const document::ParetoChart& chart) {
  const std::size_t whole = whole_of(chart);
  std::size_t sum = 0;
  for (std::size_t i = 0; i < chart.bars.size(); ++i) {
    sum += chart.bars[i].count;
    if (sum * 5 >= whole * 4 && whole > 0) return i + 1;
  }
  return std::nullopt;
}

}  // namespace crmtrack::render
