#include "render/chart/gnuplot_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "render/chart/glyphs.hpp"
#include "render/chart/gnuplot.hpp"
#include "render/chart/heat_scale.hpp"
#include "render/chart/number.hpp"
#include "render/chart/text_legend.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {

namespace {

constexpr std::string_view kEndOfBlock = "END_OF_BLOCK";
constexpr std::size_t kLongestKey = 60;
/// Okabe and Ito's colours, which people with other colour vision tell apart.
constexpr std::array<std::string_view, kDrawnSeries> kColors{"#0072b2", "#d55e00", "#009e73",
                                                             "#cc79a7", "#8a6d00", "#444444"};
constexpr std::array<int, kDrawnSeries> kFilledMarks{7, 5, 13, 9, 11, 15};
constexpr std::string_view kBad = "#a3140f";

std::string block(const std::string& name, const std::string& rows) {
  return fmt::format("{} << {}\n{}{}\n", name, kEndOfBlock, rows, kEndOfBlock);
}

std::string row_of(std::initializer_list<double> numbers) {
  std::string row;
  for (const double number : numbers) row += (row.empty() ? "" : " ") + plain_number(number);
  return row + '\n';
}

std::string key_of(const std::string& name) {
  if (name.empty()) return "notitle";
  return fmt::format("title {} noenhanced", gnuplot_text(util::truncate(util::visible_line(name), kLongestKey)));
}

/// The points that have a value; an empty line where one has none, which ends the line that gnuplot draws. The third
/// number is the mark: gnuplot's hollow marks are one below the filled ones.
std::string value_rows(const std::vector<Plot::Point>& points, int mark) {
  std::string rows;
  for (const Plot::Point& point : points)
    rows += point.value ? row_of({point.x, *point.value, static_cast<double>(point.few ? mark - 1 : mark)}) : "\n";
  return rows;
}

std::string band_rows(const std::vector<Plot::Point>& points, bool stairs) {
  std::string rows;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Plot::Point& point = points[i];
    if (point.low) rows += row_of({point.x, *point.low, *point.high});
    if (!point.low) rows += '\n';
    if (point.low && stairs && i + 1 < points.size()) rows += row_of({points[i + 1].x, *point.low, *point.high});
  }
  return rows;
}

bool has_band(const std::vector<Plot::Point>& points) {
  return std::any_of(
      points.begin(), points.end(), [](const Plot::Point& point) { return point.low.has_value(); });
}

void add_line(const Plot& plot, std::size_t k, PlotBlocks& blocks) {
  const Plot::Line& line = plot.lines[k];
  const std::string data = fmt::format("$line{}", k + 1);
  blocks.data += block(data, value_rows(line.points, kFilledMarks[k]));
  if (has_band(line.points)) {
    const std::string band = fmt::format("$band{}", k + 1);
    blocks.data += block(band, band_rows(line.points, plot.stairs));
    blocks.parts.push_back(
        fmt::format("{} using 1:2:3 with filledcurves lc rgb '{}' fs transparent solid 0.15 noborder {}", band,
                    kColors[k], key_of(line.name.empty() ? "95 % interval" : line.name + ", 95 % interval")));
  }
  blocks.parts.push_back(fmt::format("{} using 1:2 with {} lw 2 lc rgb '{}' {}", data, plot.stairs ? "steps" : "lines",
                                     kColors[k], key_of(line.name)));
  if (!plot.stairs)
    blocks.parts.push_back(
        fmt::format("{} using 1:2:3 with points pt variable ps 1 lc rgb '{}' notitle", data, kColors[k]));
}

void add_signals(const Plot& plot, PlotBlocks& blocks) {
  if (plot.signals.empty()) return;
  std::string rows;
  for (const Plot::Line& line : plot.lines)
    for (const Plot::Point& point : line.points)
      if (point.signal && point.value) rows += row_of({point.x, *point.value});
  if (rows.empty()) return;
  blocks.data += block("$signals", rows);
  blocks.parts.push_back(
      fmt::format("$signals using 1:2 with points pt 6 ps 2.5 lw 2 lc rgb '{}' title 'signal'", kBad));
}

}  // namespace

PlotBlocks plot_blocks(const Plot& plot) {
  PlotBlocks blocks;
  for (std::size_t k = 0; k < std::min(plot.lines.size(), kDrawnSeries); ++k) add_line(plot, k, blocks);
  for (std::size_t i = 0; i < plot.guides.size(); ++i) {
    const std::string data = fmt::format("$guide{}", i + 1);
    blocks.data += block(data, value_rows(plot.guides[i].points, 0));
    blocks.parts.push_back(fmt::format("{} using 1:2 with lines lw 1 dt {} lc rgb '#444444' {}", data,
                                       plot.guides[i].is_limit ? 2 : 1, key_of(plot.guides[i].name)));
  }
  add_signals(plot, blocks);
  if (plot.few && !plot.stairs)
    blocks.parts.push_back(fmt::format("NaN with points pt 6 lc rgb '#444444' title '{}'", few_words()));
  return blocks;
}

PlotBlocks bar_blocks(const BarRows& bars) {
  std::string surely, few, intervals, shares;
  for (std::size_t i = 0; i < bars.rows.size(); ++i) {
    const BarRows::Row& row = bars.rows[i];
    const auto y = static_cast<double>(i);
    if (row.value) (row.few ? few : surely) += row_of({y, *row.value});
    if (row.value && row.low) intervals += row_of({y, *row.value, *row.low, *row.high});
    if (row.so_far && row.value) shares += row_of({y, *row.so_far});
  }
  PlotBlocks blocks;
  const auto add = [&](const char* name, const std::string& rows, std::string_view what) {
    if (rows.empty()) return;
    blocks.data += block(name, rows);
    blocks.parts.push_back(fmt::format("{} using {}", name, what));
  };
  constexpr std::string_view kBox = "2:1:(0):2:($1-0.35):($1+0.35) with boxxyerror lc rgb '#0072b2'";
  add("$bars", surely, fmt::format("{} notitle", kBox));
  add("$few", few, fmt::format("{} fs transparent solid 0.15 border title '{}'", kBox, few_words()));
  add("$intervals", intervals, "2:1:3:4 with xerrorbars pt -1 lw 2 lc rgb '#222222' title '95 % interval'");
  add("$shares", shares, "2:1 axes x2y1 with linespoints pt 7 lc rgb '#d55e00' title 'share so far'");
  blocks.has_shares = !shares.empty();
  return blocks;
}

std::string heat_blocks(const document::HeatMap& map, const std::string& unit) {
  std::string rows, labels;
  for (std::size_t i = 0; i < map.rows.size(); ++i)
    for (std::size_t j = 0; j < map.columns.size(); ++j) {
      const document::Estimate& cell = cell_of(map, i, j);
      if (!finite(cell.value)) continue;
      const auto x = static_cast<double>(j), y = static_cast<double>(i);
      rows += row_of({x, y, *cell.value});
      labels += fmt::format("set label {} at {},{} center front noenhanced\n",
                            gnuplot_text(shown_number(cell.value, unit) + (document::is_of_few(cell) ? "~" : "")),
                            plain_number(x), plain_number(y));
    }
  return labels + block("$cells", rows) +
         "plot $cells using 1:2:($1-0.48):($1+0.48):($2-0.48):($2+0.48):3 with boxxyerror lc palette fs solid 1 "
         "noborder notitle\n";
}

}  // namespace crmtrack::render
