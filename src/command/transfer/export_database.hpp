#pragma once

#include <string>

#include "command/common/context.hpp"
#include "query/filter.hpp"

namespace crmtrack::command {

/// Writes the views of crmtrack-sql(7) as a SQLite database. `words` are those of the filter. An existing file is
/// refused, or with `force` replaced in one step; the new one is private and on the disk.
void export_sqlite(Context& context, const std::string& file, const query::Filter& filter, const std::string& words,
                   bool force);

}  // namespace crmtrack::command
