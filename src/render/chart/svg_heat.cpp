#include "render/chart/svg_heat.hpp"

#include <algorithm>

#include "render/chart/heat_scale.hpp"
#include "render/chart/number.hpp"
#include "render/chart/text_legend.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {

namespace {

constexpr double kHeatRow = 24;
constexpr double kShadeStep = 0.09;  ///< so that the darkest still has a number that can be read on it
constexpr double kTurn = -45;
constexpr double kTurned = 0.72;  ///< the height of a text turned so, by its length
constexpr double kNarrowestCell = 24;
constexpr std::size_t kLongestRowLabel = 18;
constexpr std::size_t kLongestColumnLabel = 14;

/// Draws the map.
class SvgHeat {
 public:
  SvgHeat(const document::HeatMap& map, const std::string& unit, SvgWriter& svg)
      : map_(map), unit_(unit), svg_(svg), most_(most_of(map)) {
    for (const std::string& row : map.rows) left_ = std::max(left_, length_of(row, kLongestRowLabel));
    left_ += 6;
    for (const std::string& column : map.columns) head_ = std::max(head_, length_of(column, kLongestColumnLabel));
    head_ = head_ * kTurned + 16;
    for (std::size_t i = 0; i < map.rows.size(); ++i)
      for (std::size_t j = 0; j < map.columns.size(); ++j)
        cell_ = std::max(cell_, SvgWriter::length_of(shown(i, j)) + 6);
  }

  double draw() {
    // The label of the last column leans out to the right.
    const auto at_once = std::max<std::size_t>(
        static_cast<std::size_t>(std::max((SvgWriter::kWidth - left_ - std::max(head_ - cell_ / 2, 0.0)) / cell_, 1.0)),
        1);
    for (std::size_t from = 0; from < map_.columns.size(); from += at_once)
      draw_columns(from, std::min(from + at_once, map_.columns.size()));
    if (!few_) return top_;
    svg_.text(0, top_ + 14, Anchor::start, "~ " + few_words());
    return top_ + 20;
  }

 private:
  static double length_of(const std::string& label, std::size_t most) {
    return SvgWriter::length_of(util::truncate(util::visible_line(label), most));
  }
  [[nodiscard]] std::string shown(std::size_t row, std::size_t column) const {
    const document::Estimate& cell = cell_of(map_, row, column);
    return shown_number(cell.value, unit_) + (document::is_of_few(cell) && finite(cell.value) ? "~" : "");
  }

  void draw_columns(std::size_t from, std::size_t until) {
    top_ += head_;
    for (std::size_t j = from; j < until; ++j)
      svg_.text(left_ + (static_cast<double>(j - from) + 0.5) * cell_, top_ - 6, Anchor::start,
                util::truncate(util::visible_line(map_.columns[j]), kLongestColumnLabel), kTurn);
    for (std::size_t i = 0; i < map_.rows.size(); ++i) {
      svg_.text(0, top_ + 17, Anchor::start, util::truncate(util::visible_line(map_.rows[i]), kLongestRowLabel));
      for (std::size_t j = from; j < until; ++j) draw_cell(i, j, left_ + static_cast<double>(j - from) * cell_);
      top_ += kHeatRow;
    }
    top_ += 6;
  }

  void draw_cell(std::size_t row, std::size_t column, double x) {
    const document::Estimate& cell = cell_of(map_, row, column);
    const std::size_t shade = shade_of(finite(cell.value).value_or(0), most_);
    few_ = few_ || (document::is_of_few(cell) && finite(cell.value));
    if (shade > 0) svg_.rectangle(x + 1, top_ + 1, cell_ - 2, kHeatRow - 2, static_cast<double>(shade) * kShadeStep);
    svg_.text(x + cell_ - 4, top_ + 17, Anchor::end, shown(row, column));
  }

  const document::HeatMap& map_;
  const std::string& unit_;
  SvgWriter& svg_;
  double most_;
  double left_ = 0;  ///< of the first cell
  double head_ = 0;  ///< the height of the columns' labels
  double cell_ = kNarrowestCell;
  double top_ = 0;
  bool few_ = false;
};

}  // namespace

double draw_heat(const document::HeatMap& map, const std::string& unit, SvgWriter& svg) {
  return SvgHeat{map, unit, svg}.draw();
}

}  // namespace crmtrack::render
