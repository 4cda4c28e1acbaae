#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/audit/content/references.hpp"
#include "policy/right.hpp"
#include "record/path.hpp"
#include "record/record.hpp"

namespace crmtrack::ledger {

/// The id of the record that a correction in a story corrects, in whatever story that lies; nullopt where no record
/// that the fold would take is meant.
std::optional<std::string> find_corrected(LedgerLookup& lookup, const record::StoryRef& story,
                                          const record::Record& correction);

/// The rights that a correction needs for the record that it corrects, and for the one that this corrects in its turn.
/// None where it corrects no existing record, for then it does nothing.
policy::RightSet rights_of_corrected(LedgerLookup& lookup, const record::RecordPath& path,
                                     const record::Record& correction);

/// The values that a correction would give to the record that it corrects and that no record may have, a line for each
/// field. Empty where it corrects no existing record.
std::vector<std::string> faults_of_corrected(LedgerLookup& lookup, const record::RecordPath& path,
                                             const record::Record& correction);

}  // namespace crmtrack::ledger
