#pragma once

#include <string>
#include <vector>

#include "render/chart/bar_rows.hpp"
#include "render/chart/plot.hpp"

namespace crmtrack::render {

/// Blocks of data for gnuplot, and what is plotted of them. Each row of a block begins with a number, so that no data
/// ends the block.
struct PlotBlocks {
  std::string data;
  std::vector<std::string> parts;  ///< of one `plot` command
  bool has_shares = false;         ///< some part uses the upper axis, from 0 to 1
};

PlotBlocks plot_blocks(const Plot& plot);
PlotBlocks bar_blocks(const BarRows& bars);
/// The cells of a heat map, each with its number as a label, and the whole command that plots them.
std::string heat_blocks(const document::HeatMap& map, const std::string& unit);

}  // namespace crmtrack::render
