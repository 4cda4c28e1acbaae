#pragma once

#include "command/common/context.hpp"
#include "query/filter.hpp"

namespace crmtrack::command {

/// Prints the complaints that a filter selects as CSV in the layout of the public complaint database of the US Consumer
/// Financial Protection Bureau, with its 18 columns. `import csv --map cfpb` reads it.
void export_cfpb(Context& context, const query::Filter& filter);

}  // namespace crmtrack::command
