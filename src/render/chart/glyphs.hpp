#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace crmtrack::render {

/// A chart draws no more series than this, each with a mark of its own; further ones are told by the numbers alone.
inline constexpr std::size_t kDrawnSeries = 6;

/// The characters that charts are drawn with, each a column wide.
struct Glyphs {
  std::array<std::string_view, kDrawnSeries> points, few_points;  ///< of each series
  std::array<std::string_view, kDrawnSeries> stairs;
  std::string_view signal, path, band, centre, limit;
  std::string_view axis, tick, corner, floor, rise;
  std::string_view bar, few_bar, surely, perhaps;  ///< a bar; its part up to the interval, and the interval's two parts
  std::array<std::string_view, 5> shades;          ///< of a heat map, from nothing to the most
};

/// Of Unicode, or of ASCII where the terminal has nothing else.
const Glyphs& glyphs(bool utf8);

}  // namespace crmtrack::render
