#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ledger/audit/finding.hpp"
#include "ledger/audit/proof/checkpoint.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {

/// The commits that an audit looks at, and how.
struct AuditOptions {
  bool structure = true, contents = true, signatures = true;
  /// `--new`: looks at the commits of `newer` that `older` (empty: nothing) does not have, and at nothing else: no
  /// other branch, no memory. Empty: the ledger's branch.
  std::string older, newer;
  bool only_new = false;
  /// With `only_new`: the time of a server's newest receipt, after which all of them came.
  std::optional<util::Instant> came_after;
  std::string policy;        ///< the commit of main by which rights are judged; empty: its head
  bool receiving = false;    ///< judge as a server judges a push: the policy in force judges as well
  bool of_its_time = false;  ///< with `receiving`: judge each commit only by the policies of its time
  /// `--since`: looks at the commits after this one, and only compares all before with it.
  std::string since;
  std::optional<Checkpoint> checkpoint;  ///< `since` is its head; with `only_new` its digest alone is compared
  bool full = false;                     ///< look at everything again
  bool forget = false;                   ///< compare nothing with what earlier audits have seen
  util::Instant now{};
};

/// A mail that a person says to have sent. Answers to it find its record by the Message-ID.
struct SentMail {
  std::string message_id, record;
  Finding finding;  ///< to be told, with a message, where another record has that Message-ID
};

/// The result of an audit.
struct AuditReport {
  std::string head;                    ///< of the ledger that was looked at
  std::vector<Finding> findings;       ///< sorted
  std::vector<SentMail> sent;          ///< among what was looked at
  std::size_t commits = 0;             ///< looked at
  util::Instant earliest{}, latest{};  ///< the dates of these commits
  std::size_t files = 0;               ///< records and attachments that they added
  std::size_t signatures = 0;          ///< verified by a program
  std::size_t known_signatures = 0;    ///< verified by an earlier audit
  std::size_t receipts = 0;            ///< of a server, with which the dates of the commits were compared
  std::string remembered;              ///< up to this commit an earlier audit has looked; empty: from the beginning
  std::optional<util::Instant> remembered_at;
  std::string not_remembered;  ///< why this audit could not be remembered; empty: it was
};

}  // namespace crmtrack::ledger
