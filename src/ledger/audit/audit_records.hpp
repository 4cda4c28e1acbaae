#pragma once

#include <string_view>
#include <vector>

#include "git/object/progress.hpp"
#include "ledger/audit/audited_file.hpp"
#include "ledger/judge.hpp"

namespace crmtrack::ledger {

class OlderRecords;

/// What records say: each can be read, is what its path says, refers to what is there, its attachments are as it names
/// them, its author was allowed to write it, and it was entered when it says. `tree` is what the ledger holds, `older`
/// what commits added that are not among the files'; with `looks_back` those of them whose place one of the files
/// takes are looked at as well. Sorts the files by path.
void audit_records(const git::Repository& repository, const git::ObjectId& tree, Judge& judge,
                   std::vector<AuditedFile>& files, OlderRecords& older, bool looks_back, const git::Progress& progress,
                   std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
