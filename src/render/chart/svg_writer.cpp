#include "render/chart/svg_writer.hpp"

#include <fmt/format.h>

#include <array>

#include "render/chart/glyphs.hpp"
#include "render/page/escape.hpp"
#include "util/text/rounded.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {

namespace {

constexpr std::array<std::string_view, kDrawnSeries> kDashes{"", "7 3", "2 2", "9 3 2 3", "4 4", "1 3"};

std::string_view anchor_name(Anchor anchor) {
  return anchor == Anchor::start ? "start" : anchor == Anchor::middle ? "middle" : "end";
}

std::string dashes_attribute(std::string_view dashes) {
  return dashes.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", dashes);
}

/// The outline of a mark around 0, by series.
constexpr std::array<std::string_view, kDrawnSeries> kMarks{"m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",  // a circle
                                                            "m-4 -4h8v8h-8z",                       // a square
                                                            "m0 -5l5 5l-5 5l-5 -5z",                // a diamond
                                                            "m0 -5l5 9h-10z",                       // a triangle
                                                            "m0 5l-5 -9h10z",  // a triangle upside down
                                                            "m-2 -5h4v3h3v4h-3v3h-4v-3h-3v-4h3z"};  // a cross

/// The width of an ASCII character in 14 pixels of DejaVu Sans, by its breadth.
double ascii_width(char c) {
  constexpr std::string_view kNarrow = " !'(),-./:;I[\\]fijlrt|", kBroad = "%@MWmw";
  if (kBroad.find(c) != std::string_view::npos) return 14;
  if (kNarrow.find(c) != std::string_view::npos) return 5.9;
  const bool is_wide = (c >= 'A' && c <= 'Z') || (c >= '<' && c <= '>') || c == '+' || c == '~' || c == '#' || c == '&';
  return is_wide ? 11.9 : 9;
}

}  // namespace

double SvgWriter::length_of(std::string_view shown) {
  constexpr double kOther = 12;
  double length = 0;
  std::string others;
  for (const char c : shown)
    if (static_cast<unsigned char>(c) < 0x80)
      length += ascii_width(c);
    else
      others += c;
  return length + static_cast<double>(util::display_width(others)) * kOther;
}

std::string svg_number(double length) {
  std::string digits = util::rounded(length, 2);
  while (digits.ends_with('0')) digits.pop_back();
  if (digits.ends_with('.')) digits.pop_back();
  return digits;
}

std::string svg_place(double x, double y) { return svg_number(x) + ' ' + svg_number(y); }

std::string_view series_dashes(std::size_t series) { return kDashes[series % kDashes.size()]; }

void SvgWriter::line(double x1, double y1, double x2, double y2, double opacity, std::string_view dashes) {
  body_ += fmt::format("<path d=\"M{}L{}\" stroke=\"currentColor\" stroke-opacity=\"{}\"{}/>\n", svg_place(x1, y1),
                       svg_place(x2, y2), svg_number(opacity), dashes_attribute(dashes));
}

void SvgWriter::rectangle(double x, double y, double width, double height, double opacity, bool hollow) {
  body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill-opacity=\"{}\"{}/>\n", svg_number(x),
                       svg_number(y), svg_number(width), svg_number(height), svg_number(opacity),
                       hollow ? " stroke=\"currentColor\"" : "");
}

void SvgWriter::stroke(const std::string& path, std::string_view dashes) {
  body_ += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"{}/>\n", path,
                       dashes_attribute(dashes));
}

void SvgWriter::area(const std::string& path, double opacity) {
  body_ += fmt::format("<path d=\"{}\" fill-opacity=\"{}\"/>\n", path, svg_number(opacity));
}

void SvgWriter::text(double x, double y, Anchor anchor, std::string_view raw, double turn) {
  const std::string turned =
      turn == 0 ? "" : fmt::format(" transform=\"rotate({} {})\"", svg_number(turn), svg_place(x, y));
  body_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\"{}>{}</text>\n", svg_number(x), svg_number(y),
                       anchor_name(anchor), turned, escape_markup(util::visible_line(raw)));
}

void SvgWriter::mark(double x, double y, std::size_t series, bool hollow) {
  body_ += fmt::format("<path d=\"M{}{}\"{}/>\n", svg_place(x, y), kMarks[series % kMarks.size()],
                       hollow ? " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"" : "");
}

void SvgWriter::signal(double x, double y) {
  body_ += fmt::format(
      "<g class=\"signal\"><path d=\"M{0}m-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0zM{0}m-4 -4l8 8m0 -8l-8 8\" fill=\"none\" "
      "stroke=\"currentColor\" stroke-width=\"2\"/></g>\n",
      svg_place(x, y));
}

std::string SvgWriter::document(double height, std::string_view title, std::string_view description) const {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"0 0 {} {}\" "
      "fill=\"currentColor\" "
      "font-family=\"sans-serif\" font-size=\"{}\">\n<title>{}</title>\n<desc>{}</desc>\n{}</svg>\n",
      svg_number(kWidth), svg_number(height), svg_number(kFont), escape_markup(util::visible_line(title)),
      escape_markup(util::visible_line(description)), body_);
}

}  // namespace crmtrack::render
