#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "render/chart/scale.hpp"

namespace crmtrack::render {

/// Horizontal bars, as every renderer draws them: the form of a bar chart and of a Pareto chart.
struct BarRows {
  struct Row {
    std::string label;
    std::string shown;  ///< the value, for people
    std::optional<double> value = {}, low = {}, high = {};
    std::string note = {};              ///< the interval and the cases, or the shares; empty: none
    std::optional<double> so_far = {};  ///< of a Pareto chart: the share of this row and those before it
    bool few = false;                   ///< made from few cases
  };
  std::vector<Row> rows;
  Range values;
  bool banded = false;  ///< some row has an interval
  bool few = false;     ///< some row was made from few cases
};

BarRows bar_rows_of(const document::BarChart& chart, const std::string& unit);
BarRows bar_rows_of(const document::ParetoChart& chart);
BarRows bar_rows_of(const document::Bars& bars);

/// The whole of a Pareto chart, of which its shares are told.
std::size_t whole_of(const document::ParetoChart& chart);
/// The bars that make 80 % of the whole, as a number of rows from the first; none where the bars do not make so much.
std::optional<std::size_t> vital_rows(const document::ParetoChart& chart);

}  // namespace crmtrack::render
