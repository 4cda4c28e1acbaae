#pragma once

#include <vector>

#include "exchange/import.hpp"
#include "exchange/row_records.hpp"

namespace crmtrack::exchange {

/// How a row stands to what the ledger has of its source id.
struct Comparison {
  bool differs = false;
  /// What brings the story up to the row: corrections of records that say something else, and records that are missing.
  std::vector<record::MachineRecord> updates;
};

/// Compares what the import made of this source id, its own later corrections applied, with the row. What people
/// changed or corrected since is theirs, and no difference.
Comparison compare(const Map& map, const KnownComplaint& known, const ImportedComplaint& row);

}  // namespace crmtrack::exchange
