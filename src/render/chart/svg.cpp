#include "render/chart/svg.hpp"

#include "render/chart/heading.hpp"
#include "render/chart/plot.hpp"
#include "render/chart/svg_bars.hpp"
#include "render/chart/svg_heat.hpp"
#include "render/chart/svg_plot.hpp"
#include "util/counted.hpp"

namespace crmtrack::render {

namespace {

/// Draws each kind of chart, and gives its height.
struct SvgDrawing {
  const document::Chart& chart;
  SvgWriter& svg;

  double operator()(const document::BarChart& bars) const { return draw_bars(bar_rows_of(bars, chart.unit), {}, svg); }
  double operator()(const document::ParetoChart& pareto) const {
    return draw_bars(bar_rows_of(pareto), vital_rows(pareto), svg);
  }
  double operator()(const document::HeatMap& map) const { return draw_heat(map, chart.unit, svg); }
  double operator()(const document::SurvivalChart& curve) const { return draw_plot(plot_of(curve), "share", svg); }
  template <class Lines>
  double operator()(const Lines& lines) const {
    return draw_plot(plot_of(lines), chart.unit, svg);
  }
};

}  // namespace

std::string render_svg(const document::Chart& chart) {
  SvgWriter svg;
  const double height = std::visit(SvgDrawing{chart, svg}, chart.figure);
  return svg.document(height, chart_heading(chart), chart_description(chart));
}

std::string render_svg(const document::Bars& bars, const std::string& title) {
  SvgWriter svg;
  const double height = draw_bars(bar_rows_of(bars), {}, svg);
  return svg.document(height, title,
                      util::counted(bars.items.size(), "bar") + ". The numbers stand in the table beside it.");
}

}  // namespace crmtrack::render
