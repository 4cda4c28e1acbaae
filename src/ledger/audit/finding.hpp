#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "util/time.hpp"

namespace crmtrack::ledger {

/// How bad a finding is. A fault: the record cannot be trusted as it stands. A warning: somebody should look. A notice:
/// for information.
enum class Severity { fault, warning, notice };
std::string_view name_of(Severity severity);

/// The kinds of finding; `finding` in the output of audit.
enum class FindingKind {
  // Forbidden changes.
  record_removed,
  record_changed,
  record_renamed,
  record_replaced,
  not_a_record,
  record_oversized,
  merge_not_ours,
  tree_broken,
  commit_broken,
  // Lost history.
  history_rewritten,
  upstream_rewritten,
  record_hidden,
  checkpoint_lost,
  checkpoint_differs,
  not_a_checkpoint,
  not_merged,
  // Damaged objects, and names that mislead plain Git.
  object_damaged,
  object_replaced,
  name_ambiguous,
  // Content of records.
  record_unreadable,
  record_invalid,
  kind_unknown,
  kind_misplaced,
  day_differs,
  reference_absent,
  attachment_missing,
  attachment_differs,
  attachment_unnamed,
  contested,
  message_id_claimed,
  // Authors.
  author_unknown,
  not_allowed,
  policy_outdated,
  by_other,
  added_twice,
  // Dates.
  time_order,
  time_future,
  dated_before_seen,
  relayed,
  receipts_rewritten,
  complaint_unseen,
  at_after_commit,
  entered_late,
  clock_off,
  // Signatures.
  signature_missing,
  signature_bad,
  signature_untrusted,
  signature_unverifiable,
  // The branch main.
  policy_not_allowed,
  policy_rewritten,
  policy_unknown,
  file_of_main,
  policy_invalid,
};

/// One thing that an audit found.
struct Finding {
  FindingKind kind = FindingKind::record_changed;
  Severity severity = Severity::fault;
  std::string commit;               ///< 40 hexadecimal digits; empty where no commit is to blame
  std::string path;                 ///< in the ledger; may be empty
  std::string author;               ///< mail address of the commit's author
  std::optional<util::Instant> at;  ///< the commit's time
  std::string message;              ///< the fault, in one line
};

/// The name of a kind in the output: `record_removed`.
std::string_view name_of(FindingKind kind);
/// Reads the name of a kind; nullopt where it is none.
std::optional<FindingKind> parse_finding_kind(std::string_view name);
/// The severity that a finding of this kind usually has.
Severity severity_of(FindingKind kind);
/// The remedy for a finding of this kind, in one line.
std::string_view mend_of(FindingKind kind);

/// The record and the complaint in a finding's path; empty where it names none.
struct FindingPlace {
  std::string record, complaint;
};
FindingPlace place_of(const Finding& finding);

/// Sorts findings: faults first, then by kind, path and commit. Removes duplicates.
void sort_findings(std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
