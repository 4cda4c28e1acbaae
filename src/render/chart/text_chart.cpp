#include "render/chart/text_chart.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/chart/heading.hpp"
#include "render/chart/numbers.hpp"
#include "render/chart/plot.hpp"
#include "render/chart/text_bars.hpp"
#include "render/chart/text_heat.hpp"
#include "render/chart/text_plot.hpp"
#include "render/style.hpp"
#include "render/table.hpp"
#include "render/wrapped_line.hpp"

namespace crmtrack::render {

namespace {

using document::Chart;
using document::Role;

/// Draws each kind of chart.
struct ChartDrawing {
  const Chart& chart;
  const Layout& layout;

  std::string operator()(const document::BarChart& bars) const {
    return draw_bars(bar_rows_of(bars, chart.unit), {}, layout);
  }
  std::string operator()(const document::ParetoChart& pareto) const {
    return draw_bars(bar_rows_of(pareto), vital_rows(pareto), layout);
  }
  std::string operator()(const document::HeatMap& map) const { return draw_heat(map, chart.unit, layout); }
  std::string operator()(const document::SurvivalChart& curve) const {
    return draw_plot(plot_of(curve), "share", layout);
  }
  template <class Lines>
  std::string operator()(const Lines& lines) const {
    return draw_plot(plot_of(lines), chart.unit, layout);
  }
};

/// Whether the drawing itself has each number.
bool draws_numbers(const Chart& chart) {
  return std::holds_alternative<document::BarChart>(chart.figure) ||
         std::holds_alternative<document::ParetoChart>(chart.figure) ||
         std::holds_alternative<document::HeatMap>(chart.figure);
}

}  // namespace

std::string render_chart(const Chart& chart, const Layout& layout) {
  std::string text;
  for (const document::Line& line :
       wrap_line({{chart_heading(chart), Role::heading}}, std::max<std::size_t>(layout.width, 20), false))
    text += render_line(line, layout.color) + '\n';
  if (is_empty(chart)) return text + paint("none", Role::dim, layout.color) + '\n';
  const bool drawn = layout.pictures == Pictures::drawn;
  if (drawn) text += std::visit(ChartDrawing{chart, layout}, chart.figure);
  if (const std::string note = chart_note(chart); !note.empty())
    for (const document::Line& line : wrap_line({{note, Role::dim}}, std::max<std::size_t>(layout.width, 20), false))
      text += render_line(line, layout.color) + '\n';
  if (!drawn || !draws_numbers(chart)) text += (drawn ? "\n" : "") + render_table(readable_numbers(chart), layout);
  return text;
}

}  // namespace crmtrack::render
