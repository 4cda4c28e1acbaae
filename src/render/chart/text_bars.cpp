#include "render/chart/text_bars.hpp"

#include <algorithm>
#include <cmath>

#include "render/chart/glyphs.hpp"
#include "render/chart/text_legend.hpp"
#include "render/style.hpp"
#include "render/wrapped_line.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {

namespace {

using document::Role;

constexpr std::size_t kBarGap = 2;
constexpr std::size_t kShortestBar = 10;
constexpr std::size_t kWidestBar = 50;

/// Draws the rows.
class BarDrawing {
 public:
  BarDrawing(const BarRows& bars, const Layout& layout)
      : bars_(bars),
        layout_(layout),
        glyphs_(glyphs(layout.utf8)),
        width_(std::max<std::size_t>(layout.width, 20)),
        low_(bars.values.low()),
        high_(bars.values.high()) {
    std::size_t note = 0;
    for (const BarRows::Row& row : bars.rows) {
      label_width_ = std::max(label_width_, util::display_width(util::visible_line(row.label)));
      shown_width_ = std::max(shown_width_, util::display_width(util::visible_line(row.shown)));
      note = std::max(note, row.note.size());
    }
    shown_width_ = std::min(shown_width_, width_ / 3);
    label_width_ = std::min(label_width_, width_ * 2 / 5);
    const std::size_t taken = label_width_ + shown_width_ + 2 * kBarGap;
    const std::size_t left = width_ > taken ? width_ - taken : 0;
    beside_ = note == 0 || left >= note + kBarGap + kShortestBar;
    room_ = std::min(beside_ && note > 0 ? left - note - kBarGap : left, kWidestBar);
  }

  std::string draw(std::optional<std::size_t> rule_below) {
    for (std::size_t i = 0; i < bars_.rows.size(); ++i) {
      draw_row(bars_.rows[i]);
      if (rule_below && i + 1 == *rule_below && i + 1 < bars_.rows.size()) draw_rule();
    }
    draw_legend();
    return std::move(text_);
  }

 private:
  void draw_row(const BarRows::Row& row) {
    const std::string label = cut(util::visible_line(row.label), label_width_, layout_.utf8);
    const std::string shown = cut(util::visible_line(row.shown), shown_width_, layout_.utf8);
    std::string line = util::pad_right(label, label_width_) + "  " + util::pad_left(shown, shown_width_) + "  ";
    const std::string bar = bar_of(row);
    line += bar;
    if (beside_ && !row.note.empty()) {
      line.append(room_ + kBarGap - util::display_width(bar), ' ');
      end_line(line + paint(row.note, Role::dim, layout_.color));
      return;
    }
    end_line(line);
    if (!row.note.empty()) end_line("    " + paint(cut(row.note, width_ - 4, layout_.utf8), Role::dim, layout_.color));
  }

  void end_line(std::string line) {
    while (line.ends_with(' ')) line.pop_back();
    text_ += line + '\n';
  }

  [[nodiscard]] std::size_t column_of(double value) const {
    const double share = high_ > low_ ? std::clamp((value - low_) / (high_ - low_), 0.0, 1.0) : 0;
    return static_cast<std::size_t>(std::lround(share * static_cast<double>(room_)));
  }

  [[nodiscard]] std::string bar_of(const BarRows::Row& row) const {
    std::vector<std::string_view> cells(room_, " ");
    const auto fill = [&](double from, double to, std::string_view glyph) {
      const auto [first, last] = std::minmax({column_of(from), column_of(to)});
      for (std::size_t x = first; x < last; ++x) cells[x] = glyph;
    };
    if (row.value) fill(0, *row.value, row.few ? glyphs_.few_bar : glyphs_.bar);
    if (row.value && row.low) {
      fill(*row.low, *row.high, glyphs_.perhaps);
      fill(std::clamp(0.0, *row.low, *row.high), *row.value, glyphs_.surely);
    }
    while (!cells.empty() && cells.back() == " ") cells.pop_back();
    std::string bar;
    for (const std::string_view cell : cells) bar += cell;
    return bar;
  }

  void draw_rule() {
    std::string rule;
    for (std::size_t i = 0; i < std::min(label_width_ + shown_width_ + kBarGap, width_ - 5); ++i) rule += glyphs_.floor;
    text_ += paint(rule + " 80 %", Role::dim, layout_.color) + '\n';
  }

  void draw_legend() {
    std::string words;
    if (bars_.banded) words = std::string(glyphs_.surely) + std::string(glyphs_.perhaps) + " 95 % interval";
    if (bars_.few) words += (words.empty() ? "" : "   ") + std::string(glyphs_.few_bar) + ' ' + few_words();
    if (words.empty()) return;
    for (const document::Line& line : wrap_line({{words, Role::dim}}, width_, false))
      text_ += render_line(line, layout_.color) + '\n';
  }

  const BarRows& bars_;
  const Layout& layout_;
  const Glyphs& glyphs_;
  std::size_t width_;
  double low_, high_;
  std::size_t label_width_ = 0, shown_width_ = 0, room_ = 0;
  bool beside_ = true;  ///< the notes stand beside the bars
  std::string text_;
};

}  // namespace

std::string draw_bars(const BarRows& bars, std::optional<std::size_t> rule_below, const Layout& layout) {
  return BarDrawing{bars, layout}.draw(rule_below);
}

}  // namespace crmtrack::render
