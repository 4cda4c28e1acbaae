#pragma once

#include <string_view>
#include <vector>

#include "git/object/progress.hpp"
#include "ledger/audit/audit_history.hpp"
#include "ledger/judge.hpp"

namespace crmtrack::ledger {

/// A file that a commit added, and what is known of the commit.
struct AuditedFile {
  std::string_view path;
  git::ObjectId blob, commit;
  util::Instant time;
  std::string_view author;
  std::string_view policy;                               ///< that its commit names; may be empty
  PolicyLineage::Number lineage = PolicyLineage::kNone;  ///< of its commit
  bool unfounded = false;                                ///< see Range::unfounded
  bool again = false;  ///< an earlier audit has looked at it: only what may have gone away since is of interest

  [[nodiscard]] Finding blame(FindingKind kind, std::string message) const {
    return {kind, severity_of(kind), commit.hex(), std::string(path), std::string(author), time, std::move(message)};
  }
};

class OlderRecords;

/// What records say: each can be read, is what its path says, refers to what is there, its attachments are as it names
/// them, its author was allowed to write it, and it was entered when it says. `tree` is what the ledger holds, `older`
/// what commits added that are not among the files'; with `looks_back` those of them whose place one of the files
/// takes are looked at as well. Sorts the files by path.
void audit_records(const git::Repository& repository, const git::ObjectId& tree, Judge& judge,
                   std::vector<AuditedFile>& files, OlderRecords& older, bool looks_back, const git::Progress& progress,
                   std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
