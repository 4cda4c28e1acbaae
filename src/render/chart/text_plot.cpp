#include "render/chart/text_plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/chart/glyphs.hpp"
#include "render/chart/number.hpp"
#include "render/chart/text_canvas.hpp"
#include "render/chart/text_legend.hpp"
#include "render/style.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {

namespace {

using document::Role;

constexpr std::size_t kPlotRows = 13;
constexpr std::size_t kRowsForTicks = 2;  ///< the line of the axis, and the words below it
constexpr std::size_t kWidestTick = 12;
constexpr std::size_t kTicksWanted = 5;

/// Draws one plot.
class PlotDrawing {
 public:
  PlotDrawing(const Plot& plot, const std::string& unit, const Layout& layout)
      : plot_(plot),
        layout_(layout),
        glyphs_(glyphs(layout.utf8)),
        scale_(scale_of(plot.values, kTicksWanted)),
        canvas_(std::max<std::size_t>(layout.width, 20), kPlotRows + kRowsForTicks) {
    for (const double tick : scale_.ticks) names_.push_back(tick_number(tick, unit));
    for (const std::string& name : names_) left_ = std::max(left_, util::display_width(name) + 2);
    left_ = std::min(left_, canvas_.width() / 2);
  }

  std::string draw() {
    draw_bands();
    draw_axes();
    draw_ticks();
    draw_guides();
    for (std::size_t i = 0; i < std::min(plot_.lines.size(), kDrawnSeries); ++i) draw_line(i);
    return canvas_.text(layout_.color);
  }

 private:
  [[nodiscard]] std::size_t column_of(double x) const {
    const double share = std::clamp((x - plot_.first_x) / (plot_.last_x - plot_.first_x), 0.0, 1.0);
    return left_ + static_cast<std::size_t>(std::lround(share * static_cast<double>(canvas_.width() - left_ - 1)));
  }
  [[nodiscard]] std::size_t row_of(double value) const {
    return static_cast<std::size_t>(std::lround((1 - scale_.share_of(value)) * (kPlotRows - 1)));
  }

  void draw_axes() {
    for (std::size_t y = 0; y < kPlotRows; ++y) canvas_.put(left_ - 1, y, glyphs_.axis, Role::dim);
    canvas_.put(left_ - 1, kPlotRows, glyphs_.corner, Role::dim);
    for (std::size_t x = left_; x < canvas_.width(); ++x) canvas_.put(x, kPlotRows, glyphs_.floor, Role::dim);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::size_t y = row_of(scale_.ticks[i]);
      const std::size_t width = std::min(util::display_width(names_[i]), left_ - 2);
      canvas_.write(left_ - 2 - width, y, cut(names_[i], width, layout_.utf8), Role::plain);
      canvas_.put(left_ - 1, y, glyphs_.tick, Role::dim);
    }
  }

  /// As many words below the axis as have room, each under its place.
  void draw_ticks() {
    std::size_t free = 0;
    const std::size_t most = std::max<std::size_t>((canvas_.width() - left_) / 4, 1);
    for (const std::size_t i : chosen_ticks(plot_.ticks.size(), most)) {
      const std::string label = cut(util::visible_line(plot_.ticks[i].label), kWidestTick, layout_.utf8);
      const std::size_t width = util::display_width(label);
      if (width == 0 || width > canvas_.width()) continue;
      const std::size_t middle = column_of(plot_.ticks[i].x);
      const std::size_t begin = std::min(middle - std::min(middle, width / 2), canvas_.width() - width);
      if (begin < free) continue;
      canvas_.write(begin, kPlotRows + 1, label, Role::plain);
      free = begin + width + 1;
    }
  }

  /// Calls with each column between two points, and how far it is on the way from one to the other.
  template <class Each>
  void between(const Plot::Point& from, const Plot::Point& to, Each each) const {
    const std::size_t first = column_of(from.x), last = column_of(to.x);
    for (std::size_t x = first; x <= last; ++x)
      each(x, last == first ? 0.0 : static_cast<double>(x - first) / static_cast<double>(last - first));
  }

  void fill(std::size_t x, double low, double high) {
    for (std::size_t y = row_of(high); y <= row_of(low); ++y) canvas_.put(x, y, glyphs_.band, Role::dim);
  }

  void draw_bands() {
    for (std::size_t k = 0; k < std::min(plot_.lines.size(), kDrawnSeries); ++k) {
      const std::vector<Plot::Point>& points = plot_.lines[k].points;
      for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i].low) continue;
        fill(column_of(points[i].x), *points[i].low, *points[i].high);
        if (i + 1 == points.size() || !points[i + 1].low) continue;
        const Plot::Point &a = points[i], &b = points[i + 1];
        between(a, b, [&](std::size_t x, double way) {
          const double on = plot_.stairs ? 0 : way;
          fill(x, *a.low + (*b.low - *a.low) * on, *a.high + (*b.high - *a.high) * on);
        });
      }
    }
  }

  void draw_guides() {
    for (const Plot::Guide& guide : plot_.guides) {
      const std::string_view glyph = guide.is_limit ? glyphs_.limit : glyphs_.centre;
      const std::vector<Plot::Point>& points = guide.points;
      for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i].value) continue;
        canvas_.put(column_of(points[i].x), row_of(*points[i].value), glyph, Role::dim);
        if (i + 1 == points.size() || !points[i + 1].value) continue;
        between(points[i], points[i + 1], [&](std::size_t x, double way) {
          canvas_.put(x, row_of(*points[way < 0.5 ? i : i + 1].value), glyph, Role::dim);
        });
      }
    }
  }

  void draw_line(std::size_t k) {
    const std::vector<Plot::Point>& points = plot_.lines[k].points;
    for (std::size_t i = 0; i < points.size(); ++i)
      if (i + 1 < points.size() && points[i].value && points[i + 1].value)
        plot_.stairs ? draw_stair(points[i], points[i + 1], k) : draw_path(points[i], points[i + 1]);
    if (plot_.stairs) return;
    for (const Plot::Point& point : points)
      if (point.value)
        canvas_.put(column_of(point.x), row_of(*point.value),
                    point.signal ? glyphs_.signal : (point.few ? glyphs_.few_points : glyphs_.points)[k],
                    point.signal ? Role::bad : Role::strong);
  }

  void draw_path(const Plot::Point& from, const Plot::Point& to) {
    between(
        from, to,
        [&](std::size_t x, double way) {
          canvas_.put(x, row_of(*from.value + (*to.value - *from.value) * way), glyphs_.path, Role::plain);
        });
  }

  void draw_stair(const Plot::Point& from, const Plot::Point& to, std::size_t k) {
    const std::size_t last = column_of(to.x), high = row_of(*from.value), low = row_of(*to.value);
    for (std::size_t x = column_of(from.x); x <= last; ++x) canvas_.put(x, high, glyphs_.stairs[k], Role::strong);
    for (std::size_t y = std::min(high, low) + 1; y < std::max(high, low); ++y)
      canvas_.put(last, y, glyphs_.rise, Role::strong);
    canvas_.put(last, low, glyphs_.stairs[k], Role::strong);
  }

  const Plot& plot_;
  const Layout& layout_;
  const Glyphs& glyphs_;
  Scale scale_;
  TextCanvas canvas_;
  std::vector<std::string> names_;  ///< of the ticks of the values
  std::size_t left_ = 2;            ///< the first column of the drawing
};

}  // namespace

std::string draw_plot(const Plot& plot, const std::string& unit, const Layout& layout) {
  return PlotDrawing{plot, unit, layout}.draw() + plot_legend(plot, layout);
}

}  // namespace crmtrack::render
