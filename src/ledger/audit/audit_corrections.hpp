#pragma once

#include <string>
#include <vector>

#include "ledger/audit/audit_references.hpp"
#include "policy/right.hpp"
#include "record/path.hpp"
#include "record/record.hpp"

namespace crmtrack::ledger {

/// Which rights a correction needs for the record that it corrects, and that one for what it corrects in its turn; none
/// where it corrects nothing that is there, for then it does nothing.
policy::RightSet rights_of_corrected(LedgerLookup& lookup, const record::RecordPath& path,
                                     const record::Record& correction);

/// What a correction would make the record say that it corrects and that no record may say, a line for each field;
/// nothing where it corrects nothing that is there.
std::vector<std::string> faults_of_corrected(LedgerLookup& lookup, const record::RecordPath& path,
                                             const record::Record& correction);

}  // namespace crmtrack::ledger
