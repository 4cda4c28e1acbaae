#pragma once

#include <string>
#include <vector>

#include "git/object/progress.hpp"
#include "ledger/audit/history.hpp"
#include "ledger/audit/time/arrival.hpp"
#include "policy/signatures.hpp"

namespace crmtrack::ledger {

/// The policy on signatures at main's head. Keys carry the times between which they are valid, so the present policy
/// judges former commits.
struct SignaturePolicy {
  policy::Signatures signatures;
  std::string digest;  ///< of the file
};
/// Loads the policy; reports a file with errors.
SignaturePolicy load_signature_policy(const git::Repository& repository, std::vector<Finding>& findings);

struct SignatureCounts {
  std::size_t verified = 0, known = 0;
};
/// Checks each commit's signature, where policy asks for one or lists keys. A key has to be valid at the commit's own
/// time and, for a commit that `arrivals` shows to have come later, also at that time. `again` are findings of commits
/// before the walk, whose signatures could not be verified. `fresh`: does not use what earlier audits verified.
SignatureCounts audit_signatures(const git::Repository& repository, const AuditedHistory& history,
                                 const Arrivals& arrivals, const policy::Signatures& policy,
                                 const std::vector<Finding>& again, bool fresh, const git::Progress& progress,
                                 std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
