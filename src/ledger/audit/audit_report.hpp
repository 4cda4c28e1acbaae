#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ledger/audit/checkpoint.hpp"
#include "ledger/audit/finding.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {

/// What an audit looks at.
struct AuditOptions {
  bool structure = true, contents = true, signatures = true;
  /// `--new`: the commits of `newer` that `older` (empty: nothing) does not have, and nothing else: no other branch, no
  /// memory. Empty: the ledger's branch.
  std::string older, newer;
  bool only_new = false;
  /// With `only_new`: all of them came after this, the time of a server's newest receipt.
  std::optional<util::Instant> came_after;
  std::string policy;        ///< the commit of main by which rights are judged; empty: its head
  bool receiving = false;    ///< as a server judges what is pushed: by the policy in force as well
  bool of_its_time = false;  ///< with `receiving`: each commit by the policies of its time alone
  /// `--since`: what came after this commit; all before is only compared with it.
  std::string since;
  std::optional<Checkpoint> checkpoint;  ///< `since` is its head; with `only_new` its digest alone is compared
  bool full = false;                     ///< look at everything again
  bool forget = false;                   ///< what earlier audits have seen is nothing to compare with
  util::Instant now{};
};

/// What it found.
struct AuditReport {
  std::string head;                  ///< of what was looked at
  std::vector<Finding> findings;     ///< sorted
  std::size_t commits = 0;           ///< looked at
  std::size_t files = 0;             ///< records and attachments that they added
  std::size_t signatures = 0;        ///< verified by a program
  std::size_t known_signatures = 0;  ///< verified by an earlier audit
  std::string remembered;            ///< up to this commit an earlier audit has looked; empty: from the beginning
  std::optional<util::Instant> remembered_at;
  std::string not_remembered;  ///< why this one could not be kept in mind; empty: it was
};

}  // namespace crmtrack::ledger
