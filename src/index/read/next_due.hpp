#pragma once

#include <vector>

#include "index/index.hpp"
#include "index/row.hpp"

namespace crmtrack::index {

/// Adds to each row the open promise that is due next. Only a list for people shows it: it is a query a row.
void add_next_due(const Index& index, std::vector<Row>& rows);

}  // namespace crmtrack::index
