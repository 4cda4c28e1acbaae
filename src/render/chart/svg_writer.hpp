#pragma once

#include <string>
#include <string_view>

namespace crmtrack::render {

/// Where a text begins, ends or has its middle at the given place.
enum class Anchor { start, middle, end };

/// The text of an SVG, element by element. It has attributes only (no `style=`), no ids, no links and no scripts, and
/// draws with `currentColor`, so that it goes with the page around it. Lengths are those of the viewBox.
class SvgWriter {
 public:
  static constexpr double kWidth = 480;
  static constexpr double kFont = 14;
  /// The length that a text hardly exceeds in the usual sans-serif fonts, of which DejaVu Sans is a wide one.
  static double length_of(std::string_view shown);

  /// A line, thin by `opacity`.
  void line(double x1, double y1, double x2, double y2, double opacity, std::string_view dashes = "");
  /// A rectangle filled with so much of the colour, with a rim where it is hollow.
  void rectangle(double x, double y, double width, double height, double opacity, bool hollow = false);
  /// A path, as `M0 0L1 1`: stroked with dashes, or filled with so much of the colour.
  void stroke(const std::string& path, std::string_view dashes);
  void area(const std::string& path, double opacity);
  /// A text; `turn` in degrees around its place.
  void text(double x, double y, Anchor anchor, std::string_view raw, double turn = 0);
  /// The mark of a point: each series has a form of its own; a hollow one was made from few cases.
  void mark(double x, double y, std::size_t series, bool hollow);
  /// The mark of a signal: a cross in a ring, in a group of the class `signal`.
  void signal(double x, double y);

  /// The whole SVG: `height` is that of what was drawn.
  [[nodiscard]] std::string document(double height, std::string_view title, std::string_view description) const;

 private:
  std::string body_;
};

/// A length with two decimal places at most.
std::string svg_number(double length);
/// `x y` of a path.
std::string svg_place(double x, double y);
/// The dashes by which the line of a series is known; empty for the first.
std::string_view series_dashes(std::size_t series);

}  // namespace crmtrack::render
