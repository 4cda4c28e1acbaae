#pragma once

#include <optional>
#include <string>

#include "render/chart/bar_rows.hpp"
#include "render/layout.hpp"

namespace crmtrack::render {

/// Horizontal bars, a line each with its label, value and note, no wider than the layout. A note that leaves the bar no
/// room has a line of its own. Below the row `rule_below` (its number counts from 1) a rule says that 80 % is reached.
std::string draw_bars(const BarRows& bars, std::optional<std::size_t> rule_below, const Layout& layout);

}  // namespace crmtrack::render
