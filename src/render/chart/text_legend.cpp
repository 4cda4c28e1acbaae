#include "render/chart/text_legend.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/chart/glyphs.hpp"
#include "render/style.hpp"
#include "render/wrapped_line.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {

namespace {

using document::Role;

/// Entries in lines of the layout's width, an entry cut only where it is wider than a line.
class LegendWriter {
 public:
  explicit LegendWriter(const Layout& layout) : layout_(layout), width_(std::max<std::size_t>(layout.width, 20)) {}

  void add(std::string_view glyph, std::string_view says, Role role = Role::plain) {
    const std::size_t mark = util::display_width(glyph) + 1;
    const std::string words = cut(util::visible_line(says), width_ - mark, layout_.utf8);
    const std::size_t width = util::display_width(words) + mark;
    if (used_ > 0 && used_ + kGapOfEntries + width > width_) end();
    if (used_ > 0) text_ += std::string(kGapOfEntries, ' ');
    used_ += (used_ > 0 ? kGapOfEntries : 0) + width;
    text_ += paint(glyph, role, layout_.color) + ' ' + words;
  }
  /// A line of its own, wrapped.
  void say(const std::string& words, Role role) {
    end();
    for (const document::Line& line : wrap_line({{words, role}}, width_, false))
      text_ += render_line(line, layout_.color) + '\n';
  }
  void end() {
    if (used_ > 0) text_ += '\n';
    used_ = 0;
  }
  std::string take() {
    end();
    return std::move(text_);
  }

 private:
  static constexpr std::size_t kGapOfEntries = 3;
  const Layout& layout_;
  std::size_t width_;
  std::size_t used_ = 0;
  std::string text_;
};

/// The marks of the lines that have a point made from few cases.
std::string few_marks(const Plot& plot, const Glyphs& with) {
  std::string marks;
  for (std::size_t k = 0; k < std::min(plot.lines.size(), kDrawnSeries); ++k)
    if (std::any_of(plot.lines[k].points.begin(), plot.lines[k].points.end(),
                    [](const Plot::Point& point) { return point.few && point.value; }))
      marks += with.few_points[k];
  return marks;
}

}  // namespace

std::string few_words() { return fmt::format("made from fewer than {} cases", document::kFewCases); }

std::string undrawn_words(std::size_t series) {
  if (series <= kDrawnSeries) return {};
  const std::size_t more = series - kDrawnSeries;
  return fmt::format("{} more series {} in the numbers alone", more, more == 1 ? "is" : "are");
}

std::string plot_legend(const Plot& plot, const Layout& layout) {
  const Glyphs& with = glyphs(layout.utf8);
  LegendWriter legend{layout};
  if (!plot.x_title.empty()) legend.say(plot.x_title, Role::dim);
  const auto& marks = plot.stairs ? with.stairs : with.points;
  for (std::size_t k = 0; k < std::min(plot.lines.size(), kDrawnSeries); ++k)
    if (!plot.lines[k].name.empty()) legend.add(marks[k], plot.lines[k].name, Role::strong);
  bool limits = false;
  for (const Plot::Guide& guide : plot.guides) {
    if (!guide.is_limit) legend.add(with.centre, guide.name, Role::dim);
    limits = limits || guide.is_limit;
  }
  if (limits) legend.add(with.limit, "limits", Role::dim);
  if (plot.banded) legend.add(with.band, "95 % interval", Role::dim);
  if (plot.few && !plot.stairs) legend.add(few_marks(plot, with), few_words(), Role::strong);
  if (!plot.signals.empty()) legend.add(with.signal, "signal", Role::bad);
  for (const std::string& signal : plot.signals) legend.say(signal, Role::bad);
  if (const std::string more = undrawn_words(plot.lines.size()); !more.empty()) legend.say(more, Role::dim);
  return legend.take();
}

}  // namespace crmtrack::render
