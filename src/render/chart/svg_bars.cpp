#include "render/chart/svg_bars.hpp"

#include <algorithm>

#include "render/chart/number.hpp"
#include "render/chart/text_legend.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {

namespace {

constexpr double kBarRow = 26;
constexpr double kBarHeight = 16;
constexpr double kFilled = 0.6;
constexpr double kHollow = 0.15;
constexpr double kGapOfColumns = 8;
constexpr std::size_t kLongestBarLabel = 22;
constexpr std::size_t kLongestBarValue = 18;

/// Draws the rows.
class SvgBars {
 public:
  SvgBars(const BarRows& bars, SvgWriter& svg) : bars_(bars), svg_(svg) {
    double label = 0, value = 0;
    for (const BarRows::Row& row : bars.rows) {
      label = std::max(label, SvgWriter::length_of(label_of(row)));
      value = std::max(value, SvgWriter::length_of(value_of(row)));
    }
    left_ = label + kGapOfColumns;
    right_ = std::max(SvgWriter::kWidth - value - kGapOfColumns, left_);
  }

  double draw(std::optional<std::size_t> rule_below) {
    for (std::size_t i = 0; i < bars_.rows.size(); ++i) {
      draw_row(bars_.rows[i]);
      top_ += kBarRow;
      if (rule_below && i + 1 == *rule_below && i + 1 < bars_.rows.size()) draw_rule();
    }
    draw_legend();
    return top_ + 4;
  }

 private:
  static std::string label_of(const BarRows::Row& row) {
    return util::truncate(util::visible_line(row.label), kLongestBarLabel);
  }
  static std::string value_of(const BarRows::Row& row) {
    const std::string shown = util::visible_line(row.shown);
    return util::truncate(row.so_far ? shown + " · " + shown_number(row.so_far, "share") : shown, kLongestBarValue);
  }

  [[nodiscard]] double across(double value) const {
    const double low = bars_.values.low(), high = bars_.values.high();
    return left_ + (high > low ? std::clamp((value - low) / (high - low), 0.0, 1.0) : 0) * (right_ - left_);
  }

  void draw_row(const BarRows::Row& row) {
    const double middle = top_ + kBarRow / 2;
    svg_.text(0, middle + 5, Anchor::start, label_of(row));
    svg_.text(SvgWriter::kWidth, middle + 5, Anchor::end, value_of(row));
    if (row.value) {
      const double from = std::min(across(0), across(*row.value)), until = std::max(across(0), across(*row.value));
      svg_.rectangle(from, middle - kBarHeight / 2, until - from, kBarHeight, row.few ? kHollow : kFilled, row.few);
    }
    if (row.low) draw_interval(across(*row.low), across(*row.high), middle);
  }

  void draw_interval(double low, double high, double y) {
    svg_.stroke("M" + svg_place(low, y) + "H" + svg_number(high) + "M" + svg_place(low, y - 5) + "v10M" +
                    svg_place(high, y - 5) + "v10",
                "");
  }

  void draw_rule() {
    svg_.line(0, top_ + 2, right_ - 40, top_ + 2, 1, "5 4");
    svg_.text(right_, top_ + 7, Anchor::end, "80 %");
    top_ += 6;
  }

  void draw_legend() {
    if (bars_.banded) {
      top_ += kBarRow;
      draw_interval(0, 24, top_ - kBarRow / 2);
      svg_.text(32, top_ - kBarRow / 2 + 5, Anchor::start, "95 % interval");
    }
    if (!bars_.few) return;
    top_ += kBarRow;
    svg_.rectangle(0, top_ - kBarRow / 2 - kBarHeight / 2, 24, kBarHeight, kHollow, true);
    svg_.text(32, top_ - kBarRow / 2 + 5, Anchor::start, few_words());
  }

  const BarRows& bars_;
  SvgWriter& svg_;
  double left_ = 0, right_ = 0;  ///< of the bars
  double top_ = 0;               ///< of the next row
};

}  // namespace

double draw_bars(const BarRows& bars, std::optional<std::size_t> rule_below, SvgWriter& svg) {
  return SvgBars{bars, svg}.draw(rule_below);
}

}  // namespace crmtrack::render
