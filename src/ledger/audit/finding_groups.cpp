#include "ledger/audit/finding_groups.hpp"

namespace crmtrack::ledger {

bool is_passing(FindingKind kind) {
  switch (kind) {
    case FindingKind::object_damaged:
    case FindingKind::reference_absent:
    case FindingKind::attachment_missing:
    case FindingKind::attachment_unnamed:
    case FindingKind::kind_misplaced:
    case FindingKind::author_unknown:
    case FindingKind::not_allowed:
    case FindingKind::policy_outdated:
    case FindingKind::time_future:
    case FindingKind::signature_unverifiable:
      return true;
    default:
      return false;
  }
}

bool is_of_commits(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::dated_before_seen:
      return finding.severity != Severity::notice;  // a colleague's offline work, reported once
    case FindingKind::relayed:
    case FindingKind::history_rewritten:
    case FindingKind::upstream_rewritten:
    case FindingKind::record_hidden:
    case FindingKind::checkpoint_lost:
    case FindingKind::checkpoint_differs:
    case FindingKind::not_a_checkpoint:
    case FindingKind::object_replaced:
    case FindingKind::name_ambiguous:
    case FindingKind::not_merged:
    case FindingKind::receipts_rewritten:
    case FindingKind::policy_rewritten:
    case FindingKind::policy_unknown:
    case FindingKind::policy_invalid:
      return false;
    default:
      return true;
  }
}

bool is_of_signatures(FindingKind kind) {
  return kind == FindingKind::signature_missing || kind == FindingKind::signature_bad ||
         kind == FindingKind::signature_untrusted || kind == FindingKind::signature_unverifiable;
}

}  // namespace crmtrack::ledger
