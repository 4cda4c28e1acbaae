#pragma once

#include <vector>

#include "exchange/import.hpp"
#include "exchange/row_records.hpp"

namespace crmtrack::exchange {

/// The difference between a row and the ledger's records of its source id.
struct Comparison {
  bool differs = false;
  /// The records that bring the story up to the row: corrections of records that say something else, and records that
  /// are missing.
  std::vector<record::MachineRecord> updates;
};

/// Compares a row with the records that the import made of its source id, with the import's own later corrections
/// applied. Changes and corrections by people are no difference.
Comparison compare(const Map& map, const KnownComplaint& known, const ImportedComplaint& row);

}  // namespace crmtrack::exchange
