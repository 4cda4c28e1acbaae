#include "ledger/audit/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "command/commands.hpp"
#include "command/common/context.hpp"
#include "command/common/output.hpp"
#include "command/common/trail.hpp"
#include "index/read/overview.hpp"
#include "ledger/audit/audit.hpp"
#include "ledger/audit/proof/checkpoint_tag.hpp"
#include "ledger/audit/time/arrivals.hpp"
#include "ledger/read/read.hpp"
#include "session/check/claimed_mails.hpp"
#include "session/lookup.hpp"
#include "story/entry_state.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"
#include "view/findings.hpp"
#include "view/local_time.hpp"

namespace crmtrack::command {

using ledger::AuditOptions;
using ledger::AuditReport;
using ledger::Severity;
using util::counted;
using util::Error;
using util::ErrorKind;

namespace {

constexpr std::array<std::string_view, 3> kParts{"structure", "contents", "signatures"};

std::string get_revision(Context& context, const std::string& text, std::string_view option) {
  const auto commit = ledger::find_revision(context.ledger(), text);
  if (!commit) {
    throw Error(ErrorKind::not_found, fmt::format("cannot look at --{} '{}': no such revision", option, text),
                {"revisions: ledger~10, a tag, a commit id, 'ledger@{yesterday}'"});
  }
  return *commit;
}

/// The text of a file that may hold a checkpoint, such as a mail or a note; nullopt where there is no such file.
std::optional<std::string> find_text(Context& context, const std::string& name) {
  constexpr std::size_t kLimit = 1U << 20U;
  return util::find_file_text(std::filesystem::path(context.settings().directory) / name, kLimit);
}

void take_checkpoint(AuditOptions& options, const ledger::Checkpoint& checkpoint) {
  options.checkpoint = checkpoint;
  options.since = checkpoint.head;
}

/// Reads --since: a checkpoint's line, its tag, a revision, or a file that holds such a line.
void read_since(Context& context, const std::string& text, AuditOptions& options) {
  const auto take = [&](const auto& read) {
    if (!read)
      throw Error(ErrorKind::refused, fmt::format("cannot read the checkpoint '{}': {}", text, read.error()),
                  {"its form: man crmtrack-checkpoint"});
    take_checkpoint(options, *read);
  };
  if (ledger::looks_like_checkpoint(text)) return take(ledger::parse_checkpoint(text));
  if (const auto tag = ledger::find_checkpoint_tag(context.ledger(), text)) return take_checkpoint(options, *tag);
  if (const auto commit = ledger::find_revision(context.ledger(), text)) {
    options.since = *commit;
    return;
  }
  if (const auto held = find_text(context, text)) return take(ledger::find_checkpoint(*held));
  throw Error(ErrorKind::not_found,
              fmt::format("cannot look --since '{}': neither a revision, nor a checkpoint, nor a file", text),
              {"checkpoints: git tag -l 'checkpoint/*'"});
}

/// Reads --new `OLD..NEW`. An OLD that is empty, or zeros, stands for an empty ledger.
void read_new(Context& context, const std::string& text, AuditOptions& options) {
  const auto dots = text.find("..");
  if (dots == std::string::npos)
    throw Error(ErrorKind::usage, fmt::format("cannot look at --new '{}': not of the form OLD..NEW", text));
  const std::string older = text.substr(0, dots);
  options.only_new = true;
  if (older.find_first_not_of('0') != std::string::npos) options.older = get_revision(context, older, "new");
  options.newer = get_revision(context, text.substr(dots + 2), "new");
}

AuditOptions read_audit_options(Context& context, const Invocation& invocation) {
  AuditOptions options;
  options.full = invocation.has("full");
  options.forget = invocation.has("forget");
  options.now = std::chrono::floor<std::chrono::seconds>(context.clock());
  if (const auto parts = invocation.all("only"); !parts.empty()) {
    const auto has = [&](std::string_view part) { return std::find(parts.begin(), parts.end(), part) != parts.end(); };
    options.structure = has(kParts[0]);
    options.contents = has(kParts[1]);
    options.signatures = has(kParts[2]);
  }
  if (invocation.has("since") && invocation.has("new"))
    throw Error(ErrorKind::usage, "cannot audit: --since and --new exclude each other");
  if (const auto since = invocation.find("since")) read_since(context, *since, options);
  if (const auto range = invocation.find("new")) read_new(context, *range, options);
  return options;
}

std::size_t count(const AuditReport& report, Severity severity) {
  return static_cast<std::size_t>(std::count_if(
      report.findings.begin(), report.findings.end(),
      [&](const ledger::Finding& finding) { return finding.severity == severity; }));
}

/// Tells the user what the audit looked at: `3 commits with 4 files looked at, …; 1 fault, 0 warnings, 0 notices`.
void tell_summary(Context& context, const AuditReport& report) {
  std::string text =
      fmt::format("{} with {} looked at", counted(report.commits, "commit"), counted(report.files, "file"));
  if (report.signatures + report.known_signatures > 0) {
    text += fmt::format(", {} verified", counted(report.signatures + report.known_signatures, "signature"));
    if (report.known_signatures > 0) text += fmt::format(" ({} of them before)", report.known_signatures);
  }
  if (!report.remembered.empty()) {
    const std::string when =
        report.remembered_at ? view::local_time(context.zone(), *report.remembered_at) : std::string("before");
    text += fmt::format("; what is older was on {} (--full looks again)", when);
  }
  context.say(fmt::format("{}; {}, {}, {}", text, counted(count(report, Severity::fault), "fault"),
                          counted(count(report, Severity::warning), "warning"),
                          counted(count(report, Severity::notice), "notice")));
  if (!report.not_remembered.empty()) context.say(fmt::format("the next audit begins anew: {}", report.not_remembered));
}

/// `20 commits with 21 records and attachments, dated 2026-11-23 09:12 to 2026-11-30 10:00`.
std::string looked_at(Context& context, const AuditReport& report) {
  const std::string first = view::local_time(context.zone(), report.earliest);
  const std::string last = view::local_time(context.zone(), report.latest);
  const std::string files =
      report.files == 1 ? "1 record or attachment" : fmt::format("{} records and attachments", report.files);
  return fmt::format("{} with {}, dated {}{}", counted(report.commits, "commit"), files, first,
                     first == last ? "" : " to " + last);
}

/// Says in one sentence what an audit of the whole ledger has shown, where it found neither a fault nor a warning.
void tell_sound(Context& context, const AuditReport& report) {
  if (count(report, Severity::fault) + count(report, Severity::warning) > 0) return;
  std::vector<std::string> parts;
  if (report.commits > 0) parts.push_back(looked_at(context, report));
  if (report.remembered_at)
    parts.push_back(fmt::format("what the audit of {} saw", view::local_time(context.zone(), *report.remembered_at)));
  if (parts.empty()) return;
  context.say(
      fmt::format("nothing changed, removed or hidden, as far as this clone knows, of {}; {} verified, dates "
                  "compared with {} of a server",
                  util::join(parts, ", nor of "), counted(report.signatures + report.known_signatures, "signature"),
                  counted(report.receipts, "receipt")));
}

/// Says in words what an audit that found no fault has proved of the past that it was asked to compare with.
void tell_proof(Context& context, const AuditOptions& options, const AuditReport& report) {
  if (!options.structure || options.only_new) return;
  if (options.since.empty()) return tell_sound(context, report);
  if (count(report, Severity::fault) > 0) return;
  const std::string past = options.checkpoint
                               ? fmt::format("of the {} up to {}", counted(options.checkpoint->records, "record"),
                                             view::local_time(context.zone(), options.checkpoint->time))
                               : fmt::format("up to commit {}", options.since.substr(0, 10));
  context.say(fmt::format("nothing {} was changed, removed or hidden", past));
}

AuditReport audit(Context& context, const AuditOptions& options) {
  return ledger::audit(context.ledger(), options, context.progress("auditing the ledger"));
}

std::string path_of_entry(const story::Complaint& complaint, const story::Entry& entry) {
  return view::path_of(complaint, entry);
}

std::string path_of_entry(const story::Customer& customer, const story::Entry& entry) {
  return record::path_of({record::StoryKind::customer, customer.id}, entry.record.id, entry.record.kind);
}

/// A finding for each conflict of a contested complaint or customer.
template <class Story>
void add_conflicts(const Story& story, std::vector<ledger::Finding>& findings) {
  for (const story::Conflict& conflict : story.conflicts) {
    const auto last = std::find_if(story.entries.begin(), story.entries.end(), [&](const story::Entry& entry) {
      return !conflict.records.empty() && entry.record.id == conflict.records.back();
    });
    if (last == story.entries.end()) continue;
    ledger::Finding& finding = findings.emplace_back();
    finding.kind = ledger::FindingKind::contested;
    finding.severity = ledger::severity_of(finding.kind);
    finding.commit = last->provenance.commit;
    finding.path = path_of_entry(story, *last);
    finding.author = last->provenance.author;
    finding.at = last->provenance.recorded_at;
    finding.message = conflict.message;
  }
}

/// Adds the conflicts of complaints and customers (docs/domain.md, Conflicts). A conflict is no fault of the ledger,
/// but a reader of the audit should see it.
void add_contested(Context& context, std::vector<ledger::Finding>& findings) {
  constexpr std::size_t kMost = 1000;
  const index::Overview overview(context.index());
  for (const std::string& id : overview.contested_complaints(kMost))
    add_conflicts(load_complaint(context, id), findings);
  for (const std::string& id : overview.contested_customers(kMost))
    if (const auto customer = find_customer(context, id)) add_conflicts(*customer, findings);
}

/// Adds what the index knows better than the ledger's files tell.
void add_from_index(Context& context, AuditReport& report) {
  add_contested(context, report.findings);
  for (ledger::Finding& finding : session::find_claimed_mails(context, report.sent))
    report.findings.push_back(std::move(finding));
  ledger::sort_findings(report.findings);
}

/// Whether an object of the ledger is damaged. The index, which knows the contested complaints, may need that object.
bool is_damaged(const AuditReport& report) {
  return std::any_of(
      report.findings.begin(), report.findings.end(),
      [](const ledger::Finding& finding) { return finding.kind == ledger::FindingKind::object_damaged; });
}

int run_audit(Context& context, const Invocation& invocation) {
  context.expect_damage();
  const AuditOptions options = read_audit_options(context, invocation);
  AuditReport report = audit(context, options);
  if (options.contents && options.since.empty() && !options.only_new && !is_damaged(report))
    add_from_index(context, report);
  if (!context.display().verbose) ledger::join_notices(report.findings);
  context.page();
  if (context.out().format().on_terminal) {
    context.out().print(view::findings_document(context.zone(), report.findings), document::Value());
  } else {
    context.out().print(make_listing(
        context, view::findings_table(report.findings),
        [&](std::size_t row) { return view::finding_item(report.findings[row]); }));
  }
  tell_summary(context, report);
  tell_proof(context, options, report);
  const bool failed = count(report, Severity::fault) > 0;
  return failed || (invocation.has("strict") && count(report, Severity::warning) > 0) ? 1 : 0;
}

}  // namespace

const CommandSpec kAudit{
    .name = "audit",
    .group = "share",
    .summary = "look for records that were changed, removed, hidden, back-dated or badly signed",
    .options = {{"--since", "REV|CHECKPOINT|FILE",
                 "compare with a revision or checkpoint, and look at what came after it"},
                {"--new", "OLD..NEW", "look at the commits of NEW that OLD does not have, and nothing else"},
                {"--only", "PART", "look at structure, contents or signatures alone", Completes::nothing, kParts, true},
                {"--full", {}, "look at everything again, not only at what is new since the last audit"},
                {"--forget", {}, "take the history as it is now: forget what earlier audits have seen"},
                {"--strict", {}, "exit with 1 for warnings too"}},
    .examples = {{"crmtrack audit", "what is new since the last audit; all of it the first time"},
                 {"crmtrack audit --since checkpoint.txt", "nothing before this checkpoint was changed"},
                 {"crmtrack audit --fields finding,message,mend", "what to do about each; the manual explains them"},
                 {"crmtrack audit --json --strict", "for a machine that looks every day"}},
    .access = Access::as_is,
    .run = run_audit,
};

}  // namespace crmtrack::command
