#pragma once

#include <vector>

#include "exchange/warehouse/connection.hpp"
#include "index/read/view_rows.hpp"

namespace crmtrack::exchange {

/// Begins the transaction of a load: waits until no other one runs, and makes the schema, tables and columns that are
/// missing; where any was, no repository counts as loaded. Throws Error(refused) where the database has another
/// encoding than UTF-8, or the schema holds tables that are not ours.
void begin_load(Connection& connection, const std::vector<index::CopiedView>& views);

}  // namespace crmtrack::exchange
