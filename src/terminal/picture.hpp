#pragma once

#include <filesystem>

#include "document/chart.hpp"

namespace crmtrack::terminal {

/// Draws a chart into a file by the user's gnuplot: an SVG or a PNG, by the ending of the name. An older file stays as
/// it is until the new picture is whole. Throws Error: `usage` for another ending, `not_found` for a chart without
/// values, `program_failed` where gnuplot is missing or draws nothing.
void draw_picture(const document::Chart& chart, const std::filesystem::path& file);

}  // namespace crmtrack::terminal
