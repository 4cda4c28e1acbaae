#include "render/chart/svg_plot.hpp"

#include <algorithm>

#include "render/chart/glyphs.hpp"
#include "render/chart/number.hpp"
#include "render/chart/text_legend.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {

namespace {

constexpr double kPlotHeight = 200;
constexpr double kMargin = 10;
constexpr double kTextRow = 20;
constexpr double kFaint = 0.4;  ///< of axes and limits
constexpr double kBand = 0.15;
constexpr std::size_t kLongestTick = 12;
constexpr std::size_t kLongestName = 50;
constexpr std::size_t kTicksOfValues = 5;

/// Draws one plot.
class SvgPlot {
 public:
  SvgPlot(const Plot& plot, const std::string& unit, SvgWriter& svg)
      : plot_(plot), svg_(svg), scale_(scale_of(plot.values, kTicksOfValues)) {
    for (const double tick : scale_.ticks) names_.push_back(tick_number(tick, unit));
    for (const std::string& name : names_) left_ = std::max(left_, SvgWriter::length_of(name) + 8);
  }

  double draw() {
    draw_axes();
    draw_ticks();
    const std::size_t drawn = std::min(plot_.lines.size(), kDrawnSeries);
    for (std::size_t k = 0; k < drawn; ++k) draw_band(plot_.lines[k].points);
    for (const Plot::Guide& guide : plot_.guides) svg_.stroke(path_of(guide.points), guide.is_limit ? "5 4" : "");
    for (std::size_t k = 0; k < drawn; ++k) draw_line(k);
    draw_legend(drawn);
    return below_;
  }

 private:
  [[nodiscard]] double across(double x) const {
    const double share = std::clamp((x - plot_.first_x) / (plot_.last_x - plot_.first_x), 0.0, 1.0);
    return left_ + kMargin + share * (SvgWriter::kWidth - left_ - 2 * kMargin);
  }
  [[nodiscard]] double down(double value) const { return kMargin + (1 - scale_.share_of(value)) * kPlotHeight; }

  void draw_axes() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const double y = down(scale_.ticks[i]);
      svg_.line(left_, y, SvgWriter::kWidth, y, scale_.ticks[i] == 0 ? 1 : kFaint / 2);
      svg_.text(left_ - 6, y + 5, Anchor::end, names_[i]);
    }
    below_ = kMargin + kPlotHeight + kTextRow;
  }

  void draw_ticks() {
    double widest = 1;
    for (const Plot::Tick& tick : plot_.ticks) widest = std::max(widest, SvgWriter::length_of(shown_tick(tick)));
    const auto most = static_cast<std::size_t>((SvgWriter::kWidth - left_) / (widest + kMargin));
    for (const std::size_t i : chosen_ticks(plot_.ticks.size(), std::max<std::size_t>(most, 1))) {
      const std::string shown = shown_tick(plot_.ticks[i]);
      const double half = SvgWriter::length_of(shown) / 2;
      const double x = across(plot_.ticks[i].x);
      svg_.line(x, kMargin + kPlotHeight, x, kMargin + kPlotHeight + 4, 1);
      svg_.text(std::clamp(x, half, std::max(half, SvgWriter::kWidth - half)), below_, Anchor::middle, shown);
    }
    if (!plot_.x_title.empty()) {
      below_ += kTextRow;
      svg_.text(SvgWriter::kWidth, below_, Anchor::end, plot_.x_title);
    }
  }

  static std::string shown_tick(const Plot::Tick& tick) {
    return util::truncate(util::visible_line(tick.label), kLongestTick);
  }

  /// A path through the points that have a value, begun anew behind a gap.
  [[nodiscard]] std::string path_of(const std::vector<Plot::Point>& points) const {
    std::string path;
    bool drawing = false;
    for (const Plot::Point& point : points) {
      if (!point.value) {
        drawing = false;
        continue;
      }
      if (drawing && plot_.stairs) path += 'H' + svg_number(across(point.x));
      path += (drawing ? 'L' : 'M') + svg_place(across(point.x), down(*point.value));
      drawing = true;
    }
    return path;
  }

  void draw_band(const std::vector<Plot::Point>& points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
      const Plot::Point& from = points[i];
      if (!from.low) continue;
      const double x = across(from.x);
      svg_.line(x, down(*from.low), x, down(*from.high), kFaint);
      if (i + 1 == points.size() || !points[i + 1].low) continue;
      const Plot::Point& to = plot_.stairs ? from : points[i + 1];
      const double end = across(points[i + 1].x);
      svg_.area("M" + svg_place(x, down(*from.low)) + "L" + svg_place(x, down(*from.high)) + "L" +
                    svg_place(end, down(*to.high)) + "L" + svg_place(end, down(*to.low)) + "z",
                kBand);
    }
  }

  void draw_line(std::size_t k) {
    const std::vector<Plot::Point>& points = plot_.lines[k].points;
    if (const std::string path = path_of(points); !path.empty()) svg_.stroke(path, series_dashes(k));
    if (plot_.stairs) return;
    for (const Plot::Point& point : points) {
      if (!point.value) continue;
      if (point.signal) svg_.signal(across(point.x), down(*point.value));
      svg_.mark(across(point.x), down(*point.value), k, point.few);
    }
  }

  template <class Draw>
  void legend(const std::string& says, Draw draw) {
    below_ += kTextRow;
    draw(left_ + 12, below_ - 5);
    svg_.text(left_ + 32, below_, Anchor::start, util::truncate(util::visible_line(says), kLongestName));
  }
  void legend_line(const std::string& says, std::string_view dashes) {
    legend(
        says, [&](double x, double y) { svg_.stroke("M" + svg_place(x - 12, y) + "H" + svg_number(x + 12), dashes); });
  }

  void draw_legend(std::size_t drawn) {
    for (std::size_t k = 0; k < drawn; ++k) {
      if (plot_.lines[k].name.empty()) continue;
      legend_line(plot_.lines[k].name, series_dashes(k));
      if (!plot_.stairs) svg_.mark(left_ + 12, below_ - 5, k, false);
    }
    bool limits = false;
    for (const Plot::Guide& guide : plot_.guides) {
      if (!guide.is_limit) legend_line(guide.name, "");
      limits = limits || guide.is_limit;
    }
    if (limits) legend_line("limits", "5 4");
    if (plot_.banded)
      legend("95 % interval", [&](double x, double y) { svg_.rectangle(x - 12, y - 5, 24, 10, kBand); });
    if (plot_.few && !plot_.stairs) legend(few_words(), [&](double x, double y) { svg_.mark(x, y, 0, true); });
    if (!plot_.signals.empty()) legend("signal", [&](double x, double y) { svg_.signal(x, y); });
    if (const std::string more = undrawn_words(plot_.lines.size()); !more.empty()) legend(more, [](double, double) {});
    below_ += kMargin;
  }

  const Plot& plot_;
  SvgWriter& svg_;
  Scale scale_;
  std::vector<std::string> names_;  ///< of the ticks of the values
  double left_ = 20;                ///< the axis of the values
  double below_ = 0;                ///< the base of the last line of text
};

}  // namespace

double draw_plot(const Plot& plot, const std::string& unit, SvgWriter& svg) { return SvgPlot{plot, unit, svg}.draw(); }

}  // namespace crmtrack::render
