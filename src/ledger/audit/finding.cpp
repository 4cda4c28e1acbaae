#include "ledger/audit/finding.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "record/path.hpp"

namespace crmtrack::ledger {
namespace {

struct FindingRow {
  FindingKind kind;
  std::string_view name;
  Severity severity;
  std::string_view mend;
};

constexpr std::string_view kPutBack =
    "crmtrack sync --mend keeps the record; ask the author; git show COMMIT shows what was done";
constexpr std::string_view kAskAuthor = "ask the author; a correction can say what is right: crmtrack correct";
constexpr std::string_view kCompare =
    "git reflog refs/heads/ledger and git log COMMIT show what was there; git branch rescued COMMIT keeps it from git "
    "gc";
constexpr std::string_view kClock = "set that machine's clock (NTP), and ask the author when it was";
constexpr std::string_view kKeys =
    "ask the author whether the commit is theirs; their keys stand in policy/signatures.yaml";

constexpr std::array kFindingRows{
    FindingRow{FindingKind::record_removed, "record_removed", Severity::fault, kPutBack},
    FindingRow{FindingKind::record_changed, "record_changed", Severity::fault, kPutBack},
    FindingRow{FindingKind::record_renamed, "record_renamed", Severity::fault, kPutBack},
    FindingRow{FindingKind::record_replaced, "record_replaced", Severity::fault,
               "git log --all -- PATH shows both; ask both authors which one is true"},
    FindingRow{FindingKind::not_a_record, "not_a_record", Severity::fault,
               "ask the author what it was to be; it is not read, and does no harm"},
    FindingRow{FindingKind::record_oversized, "record_oversized", Severity::fault,
               "it is not read; enter it again with the long text attached"},
    FindingRow{FindingKind::merge_not_ours, "merge_not_ours", Severity::fault,
               "git show --remerge-diff COMMIT shows what the merge itself did; ask who made it"},
    FindingRow{FindingKind::tree_broken, "tree_broken", Severity::fault,
               "crmtrack sync --mend writes it anew, with all that it has; ask who made it"},
    FindingRow{FindingKind::commit_broken, "commit_broken", Severity::fault,
               "crmtrack sync --mend keeps what it adds; ask who made it, and with what"},
    FindingRow{FindingKind::history_rewritten, "history_rewritten", Severity::fault, kCompare},
    FindingRow{FindingKind::upstream_rewritten, "upstream_rewritten", Severity::fault,
               "git log COMMIT shows what was there, git branch rescued COMMIT keeps it; where the remote's URL was "
               "changed on purpose since: crmtrack audit --forget"},
    FindingRow{FindingKind::record_hidden, "record_hidden", Severity::fault,
               "git show COMMIT:PATH has it; merging that commit brings it back"},
    FindingRow{FindingKind::checkpoint_lost, "checkpoint_lost", Severity::fault, kCompare},
    FindingRow{FindingKind::checkpoint_differs, "checkpoint_differs", Severity::fault,
               "compare the line with the copies that others keep; then audit --full"},
    FindingRow{FindingKind::not_a_checkpoint, "not_a_checkpoint", Severity::warning,
               "who has the right policy deletes it: git push origin :refs/tags/NAME; here: git tag -d NAME"},
    FindingRow{FindingKind::object_damaged, "object_damaged", Severity::fault,
               "put it back from another clone: crmtrack-audit(1), Damaged objects; a fetch alone does not"},
    FindingRow{FindingKind::object_replaced, "object_replaced", Severity::warning,
               "ask who did it; crmtrack shows what the ledger holds; git --no-replace-objects does so too"},
    FindingRow{FindingKind::name_ambiguous, "name_ambiguous", Severity::warning,
               "delete it, at a remote too: git update-ref -d REFERENCE; whole names are never mistaken: git log "
               "refs/heads/ledger"},
    FindingRow{FindingKind::not_merged, "not_merged", Severity::notice, "the next command merges it; or crmtrack sync"},
    FindingRow{FindingKind::record_unreadable, "record_unreadable", Severity::fault,
               "ask the author what it was to say, and enter it again"},
    FindingRow{FindingKind::record_invalid, "record_invalid", Severity::warning, kAskAuthor},
    FindingRow{FindingKind::kind_unknown, "kind_unknown", Severity::notice, "a newer crmtrack may know it"},
    FindingRow{FindingKind::kind_misplaced, "kind_misplaced", Severity::fault, kAskAuthor},
    FindingRow{FindingKind::day_differs, "day_differs", Severity::warning, kAskAuthor},
    FindingRow{FindingKind::reference_absent, "reference_absent", Severity::fault,
               "look for it in the other clones: git log --all -- PATH; a correction can say what is right"},
    FindingRow{FindingKind::attachment_missing, "attachment_missing", Severity::fault,
               "ask the author for the file, and attach it to a note"},
    FindingRow{FindingKind::attachment_differs, "attachment_differs", Severity::fault,
               "ask the author for the right file, and attach it to a note"},
    FindingRow{FindingKind::attachment_unnamed, "attachment_unnamed", Severity::warning,
               "ask the author what it belongs to"},
    FindingRow{FindingKind::contested, "contested", Severity::notice,
               "somebody who knows both settles it: crmtrack list contested:yes, crmtrack update"},
    FindingRow{FindingKind::message_id_claimed, "message_id_claimed", Severity::warning,
               "ask both authors which mail it is; crmtrack correct ID RECORD --set message_id= takes the other away"},
    FindingRow{FindingKind::author_unknown, "author_unknown", Severity::fault,
               "crmtrack person add MAIL, if they may; the record stays refused"},
    FindingRow{FindingKind::not_allowed, "not_allowed", Severity::fault, "somebody who may do it records it again"},
    FindingRow{FindingKind::policy_outdated, "policy_outdated", Severity::warning,
               "ask the author whether they were offline; git log refs/heads/main shows who changed what"},
    FindingRow{FindingKind::by_other, "by_other", Severity::notice, "nothing, if that is how you work"},
    FindingRow{FindingKind::added_twice, "added_twice", Severity::warning,
               "ask both; it counts as its earliest commit's author's"},
    FindingRow{FindingKind::time_order, "time_order", Severity::warning, kClock},
    FindingRow{FindingKind::time_future, "time_future", Severity::warning, kClock},
    FindingRow{FindingKind::dated_before_seen, "dated_before_seen", Severity::warning,
               "ask the author whether they were offline, and when they wrote it"},
    FindingRow{FindingKind::relayed, "relayed", Severity::notice,
               "nothing; the named one knows where they had it from"},
    FindingRow{FindingKind::receipts_rewritten, "receipts_rewritten", Severity::warning,
               "ask who runs the server; git log COMMIT shows what they said before"},
    FindingRow{FindingKind::complaint_unseen, "complaint_unseen", Severity::fault,
               "ask the author how they wrote on a complaint that they had not; git log COMMIT shows what they had"},
    FindingRow{FindingKind::at_after_commit, "at_after_commit", Severity::warning, kAskAuthor},
    FindingRow{FindingKind::entered_late, "entered_late", Severity::warning,
               "ask the author why it was entered so late"},
    FindingRow{FindingKind::clock_off, "clock_off", Severity::warning, kClock},
    FindingRow{FindingKind::signature_missing, "signature_missing", Severity::fault,
               "the author's git config commit.gpgSign true; ask them whether it is theirs"},
    FindingRow{FindingKind::signature_bad, "signature_bad", Severity::fault, kKeys},
    FindingRow{FindingKind::signature_untrusted, "signature_untrusted", Severity::fault, kKeys},
    FindingRow{FindingKind::signature_unverifiable, "signature_unverifiable", Severity::warning,
               "import the author's public key (gpg --import), then run it again"},
    FindingRow{FindingKind::policy_not_allowed, "policy_not_allowed", Severity::fault,
               "git show COMMIT -- policy; who may change policy decides whether it stays: git revert COMMIT"},
    FindingRow{
        FindingKind::policy_rewritten, "policy_rewritten", Severity::fault,
        "git log COMMIT shows what main was, git branch rescued COMMIT keeps it from git gc; where the remote's URL "
        "was changed on purpose since: crmtrack audit --forget"},
    FindingRow{FindingKind::policy_unknown, "policy_unknown", Severity::warning,
               "ask a colleague whether git rev-parse refs/heads/main is the same there; crmtrack sync says how to put "
               "it back"},
    FindingRow{FindingKind::file_of_main, "file_of_main", Severity::warning,
               "git rm PATH on main; or allow it: main_allows in policy/settings.yaml"},
    FindingRow{FindingKind::policy_invalid, "policy_invalid", Severity::fault,
               "crmtrack policy check names the place; mend and commit it"},
};

const FindingRow& finding_row(FindingKind kind) {
  return *std::find_if(
      kFindingRows.begin(), kFindingRows.end(), [&](const FindingRow& row) { return row.kind == kind; });
}

}  // namespace

std::string_view name_of(Severity severity) {
  if (severity == Severity::fault) return "fault";
  return severity == Severity::warning ? "warning" : "notice";
}

std::string_view name_of(FindingKind kind) { return finding_row(kind).name; }

std::optional<FindingKind> parse_finding_kind(std::string_view name) {
  const auto* found =
      std::find_if(kFindingRows.begin(), kFindingRows.end(), [&](const FindingRow& row) { return row.name == name; });
  return found == kFindingRows.end() ? std::nullopt : std::optional(found->kind);
}

Severity severity_of(FindingKind kind) { return finding_row(kind).severity; }

std::string_view mend_of(FindingKind kind) { return finding_row(kind).mend; }

FindingPlace place_of(const Finding& finding) {
  FindingPlace place;
  if (auto path = record::parse_path(finding.path)) {
    place.record = std::move(path->record_id);
    if (path->story.kind == record::StoryKind::complaint) place.complaint = std::move(path->story.id);
  }
  return place;
}

void sort_findings(std::vector<Finding>& findings) {
  const auto key = [](const Finding& finding) {
    return std::tie(finding.severity, finding.kind, finding.path, finding.commit, finding.message);
  };
  std::sort(
      findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
  findings.erase(std::unique(findings.begin(), findings.end(),
                             [&](const Finding& a, const Finding& b) { return key(a) == key(b); }),
                 findings.end());
}

}  // namespace crmtrack::ledger
