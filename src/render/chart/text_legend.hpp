#pragma once

#include <string>

#include "render/chart/plot.hpp"
#include "render/layout.hpp"

namespace crmtrack::render {

/// The lines below a plot: its unit of time, the mark of each series, and what bands, guides, hollow marks and signals
/// mean.
std::string plot_legend(const Plot& plot, const Layout& layout);

/// `made from fewer than 5 cases`.
std::string few_words();
/// `2 more series are in the numbers alone`, where a chart has more than it draws; else empty.
std::string undrawn_words(std::size_t series);

}  // namespace crmtrack::render
