#include "render/text.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "render/chart/text_chart.hpp"
#include "render/style.hpp"
#include "render/table.hpp"
#include "render/wrapped_line.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {
namespace {

using document::Role;

constexpr std::size_t kColumnGap = 2;
constexpr std::size_t kLongestBar = 50;

/// Draws blocks as text.
class TextWriter {
 public:
  explicit TextWriter(const Layout& layout) : layout_(layout), width_(std::max<std::size_t>(layout.width, 20)) {}

  void add(const document::Document::Block& block) {
    const auto begin = text_.size();
    std::visit(*this, block);
    if (text_.size() == begin) return;
    const bool lines = std::holds_alternative<document::Lines>(block);
    if (begin > 0 && !after_heading_ && !(lines && after_lines_)) text_.insert(begin, 1, '\n');
    after_heading_ = std::holds_alternative<document::Heading>(block);
    after_lines_ = lines;
  }
  std::string take() { return std::move(text_); }

  void operator()(const document::Heading& heading) { add_wrapped({{heading.text, Role::heading}}, 0, false); }
  void operator()(const document::Paragraph& paragraph) { add_wrapped(paragraph.line, 0, true); }
  void operator()(const document::Lines& lines) {
    for (const auto& line : lines.lines) add_indented(line, static_cast<std::size_t>(std::max(lines.indent, 0)));
  }
  void operator()(const document::Figures& figures) {
    std::size_t label_width = 0;
    for (const auto& item : figures.items) label_width = std::max(label_width, width_of(item.label));
    label_width = std::min(label_width, width_ / 2);
    for (const auto& item : figures.items) add_figure(item, label_width);
  }
  void operator()(const document::Table& table) {
    text_ += table.rows.empty() ? paint("none", Role::dim, layout_.color) + '\n' : render_table(table, layout_);
  }
  void operator()(const document::Chart& chart) { text_ += render_chart(chart, layout_); }
  void operator()(const document::Bars& bars) {
    std::size_t label_width = 0;
    std::size_t shown_width = 0;
    double most = 0;
    for (const auto& item : bars.items) {
      label_width = std::max(label_width, width_of(item.label));
      shown_width = std::max(shown_width, width_of(item.shown));
      if (std::isfinite(item.value)) most = std::max(most, item.value);
    }
    label_width = std::min(label_width, width_ * 2 / 5);
    const auto taken = label_width + shown_width + 2 * kColumnGap;
    const auto room = width_ > taken ? std::min(width_ - taken, kLongestBar) : 0;
    for (const auto& item : bars.items) {
      add_cut(item.label, label_width);
      text_ += util::pad_left(util::visible_line(item.shown), shown_width) + "  ";
      end_line(bar(most > 0 ? item.value / most : 0, room));
    }
  }

 private:
  static std::size_t width_of(const std::string& text) { return util::display_width(util::visible_line(text)); }

  void add_cut(const std::string& label, std::size_t width) {
    text_ += util::pad_right(cut(util::visible_line(label), width, layout_.utf8), width) + std::string(kColumnGap, ' ');
  }

  void end_line(const std::string& rest) {
    text_ += rest;
    while (text_.ends_with(' ')) text_.pop_back();
    text_ += '\n';
  }

  /// The blanks that a line begins with indent its continuation as well.
  void add_indented(document::Line line, std::size_t indent) {
    if (!line.empty()) {
      std::string& first = line.front().text;
      const std::size_t blanks = std::min(first.find_first_not_of(' '), first.size());
      first.erase(0, blanks);
      indent += blanks;
    }
    add_wrapped(line, indent, false);
  }
  void add_wrapped(const document::Line& line, std::size_t wanted_indent, bool keep_breaks) {
    const auto indent = std::min(wanted_indent, width_ / 2);
    for (const auto& part : wrap_line(line, width_ - indent, keep_breaks)) {
      text_.append(part.empty() ? 0 : indent, ' ');
      text_ += render_line(part, layout_.color) + '\n';
    }
  }

  void add_figure(const document::Figures::Item& item, std::size_t label_width) {
    add_cut(item.label, label_width);
    document::Line line{{item.value, item.role}};
    if (!item.note.empty()) line.push_back({(item.value.empty() ? "" : "  ") + item.note, Role::dim});
    const auto indent = label_width + kColumnGap;
    bool first = true;
    for (const auto& part : wrap_line(line, width_ - indent, false)) {
      if (!std::exchange(first, false)) text_.append(indent, ' ');
      end_line(render_line(part, layout_.color));
    }
  }

  /// Eighths of a column where the terminal can draw them.
  std::string bar(double share, std::size_t room) const {
    static constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const double length = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) * static_cast<double>(room) : 0;
    if (!layout_.utf8) return std::string(static_cast<std::size_t>(std::lround(length)), '#');
    const auto eighths = static_cast<std::size_t>(std::lround(length * 8));
    std::string drawn;
    for (std::size_t i = 0; i < eighths / 8; ++i) drawn += "█";
    return drawn.append(kEighths[eighths % 8]);
  }

  const Layout& layout_;
  std::size_t width_;
  std::string text_;
  bool after_heading_ = false;
  bool after_lines_ = false;
};

}  // namespace

std::string render_text(const document::Document& document, const Layout& layout) {
  TextWriter writer{layout};
  for (const auto& block : document.blocks) writer.add(block);
  return writer.take();
}

}  // namespace crmtrack::render
