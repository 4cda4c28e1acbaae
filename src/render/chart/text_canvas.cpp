#include "render/chart/text_canvas.hpp"

#include "render/style.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {

TextCanvas::TextCanvas(std::size_t width, std::size_t height) : width_(width), rows_(height) {
  for (auto& row : rows_) row.resize(width);
}

void TextCanvas::put(std::size_t x, std::size_t y, std::string_view glyph, document::Role role) {
  if (x < width_ && y < rows_.size()) rows_[y][x] = {std::string(glyph), role};
}

void TextCanvas::write(std::size_t x, std::size_t y, std::string_view text, document::Role role) {
  if (y >= rows_.size() || x >= width_) return;
  const std::string shown = util::truncate(text, width_ - x);
  const std::size_t width = util::display_width(shown);
  if (width == 0) return;
  rows_[y][x] = {shown, role};
  for (std::size_t i = 1; i < width; ++i) rows_[y][x + i] = {"", role};
}

std::string TextCanvas::row_text(const std::vector<Spot>& row, bool color) {
  std::size_t end = row.size();
  while (end > 0 && row[end - 1].glyph == " ") --end;
  std::string text;
  for (std::size_t i = 0; i < end;) {
    std::string run;
    const document::Role role = row[i].role;
    for (; i < end && row[i].role == role; ++i) run += row[i].glyph;
    text += paint(run, role, color);
  }
  return text;
}

std::string TextCanvas::text(bool color) const {
  std::string text;
  for (const auto& row : rows_) text += row_text(row, color) + '\n';
  return text;
}

}  // namespace crmtrack::render
