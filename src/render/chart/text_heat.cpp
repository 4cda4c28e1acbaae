#include "render/chart/text_heat.hpp"

#include <algorithm>

#include "render/chart/glyphs.hpp"
#include "render/chart/heat_scale.hpp"
#include "render/chart/number.hpp"
#include "render/chart/text_legend.hpp"
#include "render/style.hpp"
#include "render/wrapped_line.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {

namespace {

using document::Role;

constexpr std::size_t kHeatGap = 2;
constexpr std::size_t kWidestColumn = 10;

/// Draws the map, as many columns at a time as have room.
class HeatDrawing {
 public:
  HeatDrawing(const document::HeatMap& map, const std::string& unit, const Layout& layout)
      : map_(map),
        unit_(unit),
        layout_(layout),
        glyphs_(glyphs(layout.utf8)),
        width_(std::max<std::size_t>(layout.width, 20)),
        most_(most_of(map)) {
    for (const std::string& row : map.rows)
      label_width_ = std::max(label_width_, util::display_width(util::visible_line(row)));
    label_width_ =
        std::min(std::max(label_width_, util::display_width(util::visible_line(map.row_title))), width_ * 2 / 5);
    for (std::size_t j = 0; j < map.columns.size(); ++j) widths_.push_back(width_of_column(j));
  }

  std::string draw() {
    for (std::size_t from = 0; from < map_.columns.size();) {
      std::size_t until = from, used = label_width_;
      while (until < map_.columns.size() && (until == from || used + kHeatGap + widths_[until] <= width_))
        used += kHeatGap + widths_[until++];
      if (from > 0) text_ += '\n';
      draw_columns(from, until);
      from = until;
    }
    if (few_)
      for (const document::Line& line : wrap_line({{"~ " + few_words(), Role::dim}}, width_, false))
        text_ += render_line(line, layout_.color) + '\n';
    return std::move(text_);
  }

 private:
  /// A value, with a mark where it was made from few cases.
  std::string shown_cell(std::size_t row, std::size_t column) const {
    const document::Estimate& cell = cell_of(map_, row, column);
    return shown_number(cell.value, unit_) + (document::is_of_few(cell) && finite(cell.value) ? "~" : "");
  }

  /// A shade, a blank, and the number; or the label where that is wider.
  [[nodiscard]] std::size_t width_of_column(std::size_t column) const {
    std::size_t width = std::min(util::display_width(util::visible_line(map_.columns[column])), kWidestColumn);
    for (std::size_t i = 0; i < map_.rows.size(); ++i) width = std::max(width, shown_cell(i, column).size() + 2);
    return std::min(width, width_ - std::min(width_ - 4, label_width_ + kHeatGap));
  }

  void end_line(std::string line) {
    while (line.ends_with(' ')) line.pop_back();
    text_ += line + '\n';
  }

  void draw_columns(std::size_t from, std::size_t until) {
    std::string titles =
        util::pad_right(cut(util::visible_line(map_.row_title), label_width_, layout_.utf8), label_width_);
    for (std::size_t j = from; j < until; ++j)
      titles += "  " + util::pad_left(cut(util::visible_line(map_.columns[j]), widths_[j], layout_.utf8), widths_[j]);
    end_line(paint(titles, Role::strong, layout_.color));
    for (std::size_t i = 0; i < map_.rows.size(); ++i) draw_row(i, from, until);
  }

  void draw_row(std::size_t row, std::size_t from, std::size_t until) {
    std::string line =
        util::pad_right(cut(util::visible_line(map_.rows[row]), label_width_, layout_.utf8), label_width_);
    for (std::size_t j = from; j < until; ++j) {
      const document::Estimate& cell = cell_of(map_, row, j);
      const std::string number = cut(shown_cell(row, j), widths_[j], layout_.utf8);
      few_ = few_ || (document::is_of_few(cell) && finite(cell.value));
      const std::string_view shade = glyphs_.shades[shade_of(finite(cell.value).value_or(0), most_)];
      const std::size_t free = widths_[j] - util::display_width(number);
      line +=
          "  " + (free < 2 ? std::string(free, ' ') : std::string(free - 2, ' ') + std::string(shade) + ' ') + number;
    }
    end_line(std::move(line));
  }

  const document::HeatMap& map_;
  const std::string& unit_;
  const Layout& layout_;
  const Glyphs& glyphs_;
  std::size_t width_;
  double most_;
  std::size_t label_width_ = 0;
  std::vector<std::size_t> widths_;
  bool few_ = false;
  std::string text_;
};

}  // namespace

std::string draw_heat(const document::HeatMap& map, const std::string& unit, const Layout& layout) {
  return HeatDrawing{map, unit, layout}.draw();
}

}  // namespace crmtrack::render
