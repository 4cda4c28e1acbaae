#pragma once

#include "document/document.hpp"

namespace crmtrack::render {

/// The numbers of a chart as a table, with the same columns for every chart of a kind: what CSV and JSON have of it. A
/// heat map has a row for each cell.
document::Table chart_numbers(const document::Chart& chart);

/// The numbers of a chart as people read them: no column that is empty throughout, and a heat map as rows and columns.
document::Table readable_numbers(const document::Chart& chart);

}  // namespace crmtrack::render
