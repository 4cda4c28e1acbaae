#pragma once

#include <string>

#include "command/common/context.hpp"

namespace crmtrack::command {

struct WarehouseOptions {
  std::string name;   ///< of the repository there; empty: as it is called there, or its ledger
  bool anew = false;  ///< replaces all of its rows
};

/// Keeps the views of crmtrack-sql(7) as tables in a PostgreSQL database: what changed since the last time, or all
/// where the rows depend on something else that changed. Throws Error(usage) for a bad address, Error(refused),
/// Error(busy) or Error(program_failed) for what the database says.
void export_warehouse(Context& context, const std::string& url, const WarehouseOptions& options);

}  // namespace crmtrack::command
