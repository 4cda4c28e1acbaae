#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "util/time.hpp"

namespace crmtrack::ledger {

/// How bad it is: a fault means that the record cannot be trusted as it stands, a warning asks somebody to look, a
/// notice is for whoever wants to know.
enum class Severity { fault, warning, notice };
std::string_view name_of(Severity severity);

/// What an audit looks for; `finding` in its output.
enum class FindingKind {
  // What no commit of a ledger does.
  record_removed,
  record_changed,
  record_renamed,
  record_replaced,
  not_a_record,
  record_oversized,
  merge_not_ours,
  tree_broken,
  commit_broken,
  // What was there once.
  history_rewritten,
  upstream_rewritten,
  record_hidden,
  checkpoint_lost,
  checkpoint_differs,
  not_a_checkpoint,
  not_merged,
  // What plain Git would show instead, and what is damaged.
  object_damaged,
  object_replaced,
  name_ambiguous,
  // What a record says.
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
  // Who wrote it.
  author_unknown,
  not_allowed,
  policy_outdated,
  by_other,
  added_twice,
  // When.
  time_order,
  time_future,
  dated_before_seen,
  relayed,
  receipts_rewritten,
  complaint_unseen,
  at_after_commit,
  entered_late,
  clock_off,
  // Whether it is signed.
  signature_missing,
  signature_bad,
  signature_untrusted,
  signature_unverifiable,
  // Main.
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
  std::string commit;               ///< 40 hexadecimal digits; empty where it is no commit's doing
  std::string path;                 ///< in the ledger; may be empty
  std::string author;               ///< mail address of the commit's author
  std::optional<util::Instant> at;  ///< the commit's time
  std::string message;              ///< what is wrong, a line
};

/// `record_removed`.
std::string_view name_of(FindingKind kind);
/// nullopt where it is none.
std::optional<FindingKind> parse_finding_kind(std::string_view name);
/// How bad such a finding usually is.
Severity severity_of(FindingKind kind);
/// What to do about such a finding, a line.
std::string_view mend_of(FindingKind kind);

/// The record and complaint of a finding's path; empty where it names none.
struct FindingPlace {
  std::string record, complaint;
};
FindingPlace place_of(const Finding& finding);

/// Faults first, then by kind, path and commit; equal ones once.
void sort_findings(std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
