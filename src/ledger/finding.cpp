#include "ledger/finding.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "record/path.hpp"

namespace crmtrack::ledger {
namespace {

struct Row {
  FindingKind kind;
  std::string_view name;
  Severity severity;
  std::string_view mend;
};

constexpr std::string_view kPutBack =
    "crmtrack sync --mend keeps the record; ask the author; git show COMMIT shows what was done";
constexpr std::string_view kAskAuthor = "ask the author; a correction can say what is right: crmtrack correct";
constexpr std::string_view kCompare =
    "git reflog ledger and git log COMMIT show what was there; git branch rescued COMMIT keeps it from git gc";
constexpr std::string_view kClock = "set that machine's clock (NTP), and ask the author when it was";
constexpr std::string_view kKeys =
    "ask the author whether the commit is theirs; their keys stand in policy/signatures.yaml";

using enum FindingKind;
using enum Severity;

constexpr std::array kRows{
    Row{record_removed, "record_removed", fault, kPutBack},
    Row{record_changed, "record_changed", fault, kPutBack},
    Row{record_renamed, "record_renamed", fault, kPutBack},
    Row{record_replaced, "record_replaced", fault,
        "git log --all -- PATH shows both; ask both authors which one is true"},
    Row{not_a_record, "not_a_record", fault, "ask the author what it was to be; it is not read, and does no harm"},
    Row{record_oversized, "record_oversized", fault, "it is not read; enter it again with the long text attached"},
    Row{merge_not_ours, "merge_not_ours", fault,
        "git show --remerge-diff COMMIT shows what the merge itself did; ask who made it"},
    Row{history_rewritten, "history_rewritten", fault, kCompare},
    Row{upstream_rewritten, "upstream_rewritten", fault, kCompare},
    Row{record_hidden, "record_hidden", fault, "git show COMMIT:PATH has it; merging that commit brings it back"},
    Row{checkpoint_lost, "checkpoint_lost", fault, kCompare},
    Row{checkpoint_differs, "checkpoint_differs", fault,
        "compare the line with the copies that others keep; then audit --full"},
    Row{not_merged, "not_merged", notice, "the next command merges it; or crmtrack sync"},
    Row{record_unreadable, "record_unreadable", fault, "ask the author what it was to say, and enter it again"},
    Row{record_invalid, "record_invalid", warning, kAskAuthor},
    Row{kind_unknown, "kind_unknown", notice, "a newer crmtrack may know it"},
    Row{kind_misplaced, "kind_misplaced", fault, kAskAuthor},
    Row{day_differs, "day_differs", warning, kAskAuthor},
    Row{reference_absent, "reference_absent", fault,
        "look for it in the other clones: git log --all -- PATH; a correction can say what is right"},
    Row{attachment_missing, "attachment_missing", fault, "ask the author for the file, and attach it to a note"},
    Row{attachment_differs, "attachment_differs", fault, "ask the author for the right file, and attach it to a note"},
    Row{attachment_unnamed, "attachment_unnamed", warning, "ask the author what it belongs to"},
    Row{author_unknown, "author_unknown", fault, "crmtrack person add MAIL, if they may; the record stays refused"},
    Row{not_allowed, "not_allowed", fault, "somebody who may do it records it again"},
    Row{by_other, "by_other", notice, "nothing, if that is how you work"},
    Row{added_twice, "added_twice", warning, "ask both; it counts as its earliest commit's author's"},
    Row{time_order, "time_order", warning, kClock},
    Row{time_future, "time_future", warning, kClock},
    Row{at_after_commit, "at_after_commit", warning, kAskAuthor},
    Row{entered_late, "entered_late", warning, "ask the author why it was entered so late"},
    Row{clock_off, "clock_off", warning, kClock},
    Row{signature_missing, "signature_missing", fault,
        "the author's git config commit.gpgSign true; ask them whether it is theirs"},
    Row{signature_bad, "signature_bad", fault, kKeys},
    Row{signature_untrusted, "signature_untrusted", fault, kKeys},
    Row{signature_unverifiable, "signature_unverifiable", warning,
        "import the author's public key (gpg --import), then run it again"},
    Row{policy_invalid, "policy_invalid", fault, "crmtrack policy check names the place; mend and commit it"},
};

const Row& row_of(FindingKind kind) {
  return *std::find_if(kRows.begin(), kRows.end(), [&](const Row& row) { return row.kind == kind; });
}

}  // namespace

std::string_view name_of(Severity severity) {
  if (severity == Severity::fault) return "fault";
  return severity == Severity::warning ? "warning" : "notice";
}

std::string_view name_of(FindingKind kind) { return row_of(kind).name; }

std::optional<FindingKind> parse_finding_kind(std::string_view name) {
  const auto* found = std::find_if(kRows.begin(), kRows.end(), [&](const Row& row) { return row.name == name; });
  return found == kRows.end() ? std::nullopt : std::optional(found->kind);
}

Severity severity_of(FindingKind kind) { return row_of(kind).severity; }

std::string_view mend_of(FindingKind kind) { return row_of(kind).mend; }

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
  std::sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
  findings.erase(std::unique(findings.begin(), findings.end(),
                             [&](const Finding& a, const Finding& b) { return key(a) == key(b); }),
                 findings.end());
}

}  // namespace crmtrack::ledger
