#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace crmtrack::render {

/// Rows of cells, each a column of a terminal wide, to draw on in any order: the last one drawn is seen.
class TextCanvas {
 public:
  TextCanvas(std::size_t width, std::size_t height);

  /// A character that is one column wide. Takes no notice of a cell outside.
  void put(std::size_t x, std::size_t y, std::string_view glyph, document::Role role);
  /// A text without control characters, from a cell to the right. Ends where the row ends.
  void write(std::size_t x, std::size_t y, std::string_view text, document::Role role);
  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] std::size_t height() const { return rows_.size(); }
  /// The rows from the top, without blanks at their ends, each with a line feed.
  [[nodiscard]] std::string text(bool color) const;

 private:
  struct Spot {
    std::string glyph = " ";  ///< empty: the right half of the character before
    document::Role role = document::Role::plain;
  };
  static std::string row_text(const std::vector<Spot>& row, bool color);

  std::size_t width_;
  std::vector<std::vector<Spot>> rows_;
};

}  // namespace crmtrack::render
