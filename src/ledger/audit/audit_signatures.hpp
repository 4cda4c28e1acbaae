#pragma once

#include <string>
#include <vector>

#include "git/object/progress.hpp"
#include "ledger/audit/arrival.hpp"
#include "ledger/audit/audit_history.hpp"
#include "policy/signatures.hpp"

namespace crmtrack::ledger {

/// What main's head says of signatures: keys carry the times between which they are valid, so that the policy of now
/// judges the commits of then.
struct SignaturePolicy {
  policy::Signatures signatures;
  std::string digest;  ///< of the file
};
/// Tells of a file that cannot be taken as meant.
SignaturePolicy load_signature_policy(const git::Repository& repository, std::vector<Finding>& findings);

struct SignatureCounts {
  std::size_t verified = 0, known = 0;
};
/// Each commit's signature where policy asks for one, or lists keys that sign. A key has to be valid at the commit's
/// own time and, of a commit that `arrivals` shows to have come later, then too. `again` are findings of commits before
/// the walk, whose signatures could not be verified. `fresh`: what earlier audits found is not used.
SignatureCounts audit_signatures(const git::Repository& repository, const AuditedHistory& history,
                                 const Arrivals& arrivals, const policy::Signatures& policy,
                                 const std::vector<Finding>& again, bool fresh, const git::Progress& progress,
                                 std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
