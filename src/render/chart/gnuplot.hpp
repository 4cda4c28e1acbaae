#pragma once

#include <string>
#include <string_view>

#include "document/chart.hpp"

namespace crmtrack::render {

enum class PictureKind { svg, png };

/// A script by which gnuplot draws a chart and writes the picture to its standard output. Data stand in blocks of
/// numbers alone. Labels are quoted so that gnuplot neither formats nor runs them.
std::string gnuplot_script(const document::Chart& chart, PictureKind kind);

/// A text as gnuplot takes it for nothing but text: in single quotes, on one line.
std::string gnuplot_text(std::string_view raw);

/// The SVG that gnuplot wrote, with the chart's own title and description in place of gnuplot's.
std::string with_own_title(std::string svg, const document::Chart& chart);

}  // namespace crmtrack::render
