#pragma once

#include <string>

#include "document/chart.hpp"

namespace crmtrack::render {

/// The title of a chart with its unit: `Received by month (complaints)`.
std::string chart_heading(const document::Chart& chart);

/// A sentence beside the chart that no mark says, such as where the limits come from; empty where there is none.
std::string chart_note(const document::Chart& chart);

/// A sentence or two for people who do not see the chart.
std::string chart_description(const document::Chart& chart);

/// Whether there is no value to draw.
bool is_empty(const document::Chart& chart);

}  // namespace crmtrack::render
