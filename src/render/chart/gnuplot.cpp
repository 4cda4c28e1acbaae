#include "render/chart/gnuplot.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/chart/bar_rows.hpp"
#include "render/chart/gnuplot_blocks.hpp"
#include "render/chart/heading.hpp"
#include "render/chart/heat_scale.hpp"
#include "render/chart/number.hpp"
#include "render/chart/plot.hpp"
#include "render/chart/text_legend.hpp"
#include "render/page/escape.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {

namespace {

constexpr std::size_t kPictureWidth = 960, kPictureHeight = 540, kTallestPicture = 8000;
constexpr std::size_t kRowHeight = 28;
constexpr std::size_t kLongestPictureTitle = 80;
constexpr std::size_t kLongestPictureLabel = 40;
constexpr std::size_t kTicksOfPicture = 10;

std::string label_text(std::string_view raw, std::size_t most) {
  return gnuplot_text(util::truncate(util::visible_line(raw), most));
}

/// `'label' 3`: gnuplot takes the label of a tick for a format.
std::string tick_entry(const std::string& label, double at) {
  std::string text;
  for (const char c : label_text(label, kLongestPictureLabel)) text.append(c == '%' ? 2 : 1, c);
  return text + ' ' + plain_number(at);
}

std::string ticks_command(const char* axis, const std::vector<std::string>& entries) {
  return fmt::format("set {} ({})\n", axis, util::join(entries, ", "));
}

std::string scale_ticks(const Scale& scale, const std::string& unit) {
  std::vector<std::string> entries;
  for (const double tick : scale.ticks) entries.push_back(tick_entry(tick_number(tick, unit), tick));
  return util::join(entries, ", ");
}

/// Writes the script of each kind of chart.
struct ScriptWriter {
  const document::Chart& chart;
  std::size_t height = kPictureHeight;

  std::string operator()(const document::BarChart& bars) { return of_bars(bar_rows_of(bars, chart.unit), chart.unit); }
  std::string operator()(const document::ParetoChart& pareto) { return of_bars(bar_rows_of(pareto), chart.unit); }
  std::string operator()(const document::HeatMap& map) { return of_heat(map); }
  std::string operator()(const document::SurvivalChart& curve) { return of_plot(plot_of(curve), "share"); }
  template <class Lines>
  std::string operator()(const Lines& lines) {
    return of_plot(plot_of(lines), chart.unit);
  }

  static std::string of_plot(const Plot& plot, const std::string& unit) {
    const Scale scale = scale_of(plot.values, 6);
    std::vector<std::string> ticks;
    for (const std::size_t i : chosen_ticks(plot.ticks.size(), kTicksOfPicture))
      ticks.push_back(tick_entry(plot.ticks[i].label, plot.ticks[i].x));
    std::string text = ticks_command("xtics", ticks) + fmt::format("set ytics ({})\n", scale_ticks(scale, unit));
    text += fmt::format("set xrange [{}:{}]\nset yrange [{}:{}]\n", plain_number(plot.first_x),
                        plain_number(plot.last_x), plain_number(scale.low), plain_number(scale.high));
    if (!plot.x_title.empty()) text += fmt::format("set xlabel {} noenhanced\n", gnuplot_text(plot.x_title));
    const PlotBlocks blocks = plot_blocks(plot);
    return text + blocks.data + "plot " + util::join(blocks.parts, ", \\\n  ") + '\n';
  }

  std::string of_bars(const BarRows& bars, const std::string& unit) {
    height = std::clamp(bars.rows.size() * kRowHeight + 120, kPictureHeight, kTallestPicture);
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < bars.rows.size(); ++i)
      labels.push_back(tick_entry(bars.rows[i].label, static_cast<double>(i)));
    const Scale scale = scale_of(bars.values, 6);
    std::string text = ticks_command("ytics", labels) + fmt::format("set xtics ({})\n", scale_ticks(scale, unit));
    text += fmt::format("set xrange [{}:{}]\nset yrange [{}:-0.5] reverse\n", plain_number(scale.low),
                        plain_number(scale.high), plain_number(static_cast<double>(bars.rows.size()) - 0.5));
    const PlotBlocks blocks = bar_blocks(bars);
    if (blocks.has_shares)
      text +=
          "set x2range [0:1]\nset x2tics ('0 %%' 0, '20 %%' 0.2, '40 %%' 0.4, '60 %%' 0.6, '80 %%' 0.8, '100 %%' 1)\n";
    return text + blocks.data + "plot " + util::join(blocks.parts, ", \\\n  ") + '\n';
  }

  std::string of_heat(const document::HeatMap& map) {
    height = std::clamp(map.rows.size() * kRowHeight + 120, kPictureHeight, kTallestPicture);
    std::vector<std::string> rows, columns;
    for (std::size_t i = 0; i < map.rows.size(); ++i) rows.push_back(tick_entry(map.rows[i], static_cast<double>(i)));
    for (std::size_t j = 0; j < map.columns.size(); ++j)
      columns.push_back(tick_entry(map.columns[j], static_cast<double>(j)));
    std::string text = ticks_command("ytics", rows) + ticks_command("xtics rotate by -45", columns);
    text += fmt::format("set xrange [-0.5:{}]\nset yrange [{}:-0.5] reverse\n",
                        plain_number(static_cast<double>(map.columns.size()) - 0.5),
                        plain_number(static_cast<double>(map.rows.size()) - 0.5));
    const double most = most_of(map);
    text += fmt::format("set cbrange [0:{}]\nset palette defined (0 '#ffffff', 1 '#7fb2d6')\nunset colorbox\n",
                        plain_number(most > 0 ? most : 1));
    return text + heat_blocks(map, chart.unit);
  }
};

}  // namespace

std::string gnuplot_text(std::string_view raw) {
  std::string text = "'";
  for (const char c : util::visible_line(raw)) text.append(c == '\'' ? 2 : 1, c);
  return text + '\'';
}

std::string gnuplot_script(const document::Chart& chart, PictureKind kind) {
  ScriptWriter writer{chart};
  const std::string body = std::visit([&](const auto& figure) { return writer(figure); }, chart.figure);
  const std::string size = fmt::format("size {},{} noenhanced font 'sans,14'", kPictureWidth, writer.height);
  return fmt::format("set terminal {} {} background rgb 'white'\n", kind == PictureKind::svg ? "svg" : "pngcairo",
                     size) +
         fmt::format("set title {} noenhanced\n", label_text(chart_heading(chart), kLongestPictureTitle)) +
         "set key below left Left reverse\nset style fill solid 0.6\nset border 3\nset xtics nomirror\n"
         "set ytics nomirror\nset grid ytics\n" +
         body;
}

std::string with_own_title(std::string svg, const document::Chart& chart) {
  const auto put = [&](std::string_view open, std::string_view close, const std::string& text) {
    const std::size_t begin = svg.find(open);
    if (begin == std::string::npos) return;
    const std::size_t end = svg.find(close, begin);
    if (end == std::string::npos) return;
    svg.replace(begin + open.size(), end - begin - open.size(), escape_markup(util::visible_line(text)));
  };
  put("<title>", "</title>", chart_heading(chart));
  put("<desc>", "</desc>", chart_description(chart));
  // gnuplot leaves `>` as it is, and so a label with the end of a CDATA section would be no XML.
  for (std::size_t at = svg.find("]]>"); at != std::string::npos; at = svg.find("]]>", at))
    svg.replace(at + 2, 1, "&gt;");
  return svg;
}

}  // namespace crmtrack::render
