#include "ledger/audit/audit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <set>

#include "ledger/audit/content/older_records.hpp"
#include "ledger/audit/content/records.hpp"
#include "ledger/audit/content/signatures.hpp"
#include "ledger/audit/content/structure.hpp"
#include "ledger/audit/finding_groups.hpp"
#include "ledger/audit/history.hpp"
#include "ledger/audit/lineages.hpp"
#include "ledger/audit/lookalikes.hpp"
#include "ledger/audit/main_branch.hpp"
#include "ledger/audit/memory.hpp"
#include "ledger/audit/past.hpp"
#include "ledger/audit/policies.hpp"
#include "ledger/audit/proof/damage.hpp"
#include "ledger/audit/time/arrivals.hpp"
#include "ledger/audit/time/far_ids.hpp"
#include "ledger/audit/time/times.hpp"
#include "ledger/audit/tolerances.hpp"
#include "ledger/heads.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/read.hpp"
#include "ledger/rule/format_right.hpp"
#include "ledger/rule/grace.hpp"
#include "ledger/rule/judge.hpp"
#include "ledger/write/trailer.hpp"

namespace crmtrack::ledger {
namespace {

class Audit {
 public:
  Audit(const Ledger& ledger, const git::Repository& repository, const AuditOptions& options,
        const git::Progress& progress)
      : ledger_(ledger),
        repository_(repository),
        options_(options),
        progress_(progress),
        lineages_(repository.objects) {}

  AuditReport run() {
    try {
      look();
    } catch (const git::UnreadableObject& damaged) {
      report_.findings.push_back(locate_damage(repository_.objects, newer_, damaged));
    }
    sort_findings(report_.findings);
    return std::move(report_);
  }

 private:
  void look() {
    choose_range();
    const bool is_walked = history_.newer == newer_ && history_.older == older_;
    if (!is_walked) history_ = walk_history(repository_, older_, newer_, progress_);
    count_commits();
    lineages_.number(history_.walk, report_.remembered, memory_.policies);
    if (!options_.only_new) {
      audit_past(repository_, history_, memory_, {options_.full, options_.forget, options_.now}, progress_,
                 report_.findings);
      append(find_lookalikes(repository_));
      main_goes_on_ =
          audit_main(repository_, memory_, {begins_anew(), options_.forget, options_.now}, progress_, report_.findings);
    }
    if (options_.structure || options_.contents) look_at_commits();
    look_at_arrivals();
    if (options_.structure) look_at_times();
    if (options_.signatures) look_at_signatures();
    if (!options_.only_new && options_.since.empty()) conclude();
  }

  void count_commits() {
    report_.commits = history_.walk.commits.size();
    if (report_.commits > 0) report_.earliest = report_.latest = history_.walk.commits.front().time;
    for (const Range::Commit& commit : history_.walk.commits) {
      report_.earliest = std::min(report_.earliest, commit.time);
      report_.latest = std::max(report_.latest, commit.time);
    }
  }

  /// Whether this audit looks at everything. The memory of main's findings then begins anew too, since it is kept
  /// beside that of the ledger's.
  [[nodiscard]] bool begins_anew() const { return report_.remembered.empty(); }

  /// Chooses the commits to look at: all, or those that came after an earlier audit, a revision or a checkpoint.
  void choose_range() {
    newer_ = git::get_object_id(options_.only_new ? options_.newer : ledger_.head());
    report_.head = newer_.hex();
    if (options_.only_new) return choose_new();
    memory_ = load_memory(repository_.location);
    if (options_.forget) memory_ = memory_.without_audits();
    if (!options_.since.empty()) return choose_since();
    if (options_.full || memory_.head.empty() || !is_ancestor(ledger_, memory_.head, report_.head)) return;
    older_ = git::get_object_id(memory_.head);
    report_.remembered = memory_.head;
    report_.remembered_at = memory_.at;
  }

  void choose_new() {
    if (options_.checkpoint) compare_checkpoint(*options_.checkpoint);
    if (options_.older.empty()) return;
    older_ = git::get_object_id(options_.older);
    compare_start("the commit that it is compared with");
  }

  void choose_since() {
    older_ = git::get_object_id(options_.since);
    compare_start(options_.checkpoint ? "the checkpoint" : "the commit that it is compared with");
    if (options_.checkpoint) compare_checkpoint(*options_.checkpoint);
  }

  /// Reports a history that does not descend from the commit where it should start, and then looks at all of it.
  void compare_start(const char* what) {
    if (descends_from_start()) return;
    const bool is_replaced = memory_.replaced.count(older_->hex()) != 0;
    const FindingKind kind = options_.checkpoint ? FindingKind::checkpoint_lost : FindingKind::history_rewritten;
    Finding finding{kind,
                    is_replaced ? Severity::notice : severity_of(kind),
                    older_->hex(),
                    "",
                    "",
                    std::nullopt,
                    fmt::format("the ledger does not descend from {}, {}", what, older_->hex().substr(0, 10))};
    tell_lost(repository_, newer_, *older_, memory_, std::move(finding), progress_, report_.findings);
    older_.reset();
  }

  /// Whether the ledger descends from the start. The walk of the commits in between tells it, which the audit needs
  /// anyway; a general answer costs more than the audit of a few commits.
  [[nodiscard]] bool descends_from_start() {
    if (repository_.objects.find_kind(*older_) == git::ObjectKind::commit) {
      history_ = walk_history(repository_, older_, newer_, progress_);
      const std::vector<git::ObjectId>& parents = history_.walk.parents;
      if (*older_ == newer_ || std::ranges::find(parents, *older_) != parents.end()) return true;
    }
    return is_ancestor(ledger_, older_->hex(), newer_.hex());
  }

  void compare_checkpoint(const Checkpoint& checkpoint) {
    const auto differs = [&](std::string message) {
      report_.findings.push_back({FindingKind::checkpoint_differs, Severity::fault, checkpoint.head, "", "",
                                  checkpoint.time, std::move(message)});
    };
    TreeDigest digest;
    try {
      digest =
          digest_tree(repository_.objects, repository_.objects.read_commit(git::get_object_id(checkpoint.head)).tree);
    } catch (const util::Error& error) {
      return differs(fmt::format("the checkpoint cannot be compared: {}", error.what()));
    }
    if (digest.records != checkpoint.records)
      differs(fmt::format("the checkpoint counts {} records, its commit has {}", checkpoint.records, digest.records));
    if (digest.sha256 != checkpoint.sha256) differs("the checkpoint's digest is not that of its commit's records");
  }

  void append(std::vector<Finding> findings) {
    report_.findings.insert(report_.findings.end(), std::make_move_iterator(findings.begin()),
                            std::make_move_iterator(findings.end()));
  }

  void look_at_commits() {
    read_history(repository_, history_, progress_);
    for (const RangePart& part : history_.parts) report_.files += part.added.size();
    // The structure is always audited, because it decides which merges are ours, which the other parts need to know.
    std::vector<Finding> structure;
    audit_structure(repository_, history_, structure);
    if (options_.structure) {
      append(std::move(structure));
      judge_added_formats();
      if (options_.receiving) refuse_far_ids(repository_, history_, options_.now, report_.findings);
      audit_unfounded(repository_.objects, history_, report_.findings);
      if (!report_.remembered.empty()) {
        audit_founded_later(repository_.objects, history_.tree, memory_.findings, report_.findings);
        audit_added_before(repository_.objects, history_, memory_.findings, report_.findings);
      }
    }
    if (options_.contents) look_at_records();
  }

  /// Reports who raises the format without the right. Such a file locks nobody out, but the audit names it.
  void judge_added_formats() {
    const FormatRight right(repository_);
    for (const RangePart& part : history_.parts) {
      for (const Added& file : part.ledger_files) {
        const Range::Commit& commit = history_.walk.commits[file.commit];
        auto why = right.refusal(file.blob, history_.author_of(file.commit), commit.time);
        // A server judges by its own time as well, so that nobody gets the right by dating a commit back. Nobody raises
        // the format offline, so this refuses no honest work.
        if (!why && options_.receiving && !options_.of_its_time)
          why = right.refusal(file.blob, history_.author_of(file.commit), options_.now);
        if (why)
          report_.findings.push_back(history_.blame(FindingKind::not_allowed, file.commit, file.path, std::move(*why)));
      }
    }
  }

  void look_at_records() {
    std::vector<AuditedFile> files;
    for (const RangePart& part : history_.parts) {
      const std::set<std::pair<std::string_view, std::uint32_t>> unfounded(part.unfounded.begin(),
                                                                           part.unfounded.end());
      for (const Added& added : part.added) {
        const Range::Commit& commit = history_.walk.commits[added.commit];
        if (history_.by_nobody.count(commit.id) != 0) continue;  // a mend puts back what others had added
        files.push_back({added.path, added.blob, commit.id, commit.time, history_.author_of(added.commit),
                         history_.walk.policies[commit.policy], commit.lineage,
                         unfounded.contains({added.path, added.commit})});
      }
    }
    add_passing(files);
    Judge judge = Judge::of(repository_, options_.policy.empty() ? ledger_.main_head() : options_.policy, nullptr,
                            lineages_.lineage());
    if (options_.receiving && !options_.of_its_time) judge.receive_at(options_.now);
    if (!options_.of_its_time) judge.not_after(options_.now);
    OlderRecords older(repository_.objects, history_.older, lineages_.lineage());
    const bool goes_on = !report_.remembered.empty();
    report_.sent = audit_records(repository_, history_.tree, judge, files, older, goes_on, progress_, report_.findings);
    if (!options_.only_new && !older_ && find_main_head(repository_)) audit_policies(history_, judge, report_.findings);
    if (!options_.only_new) memory_.policies = lineages_.newest(judge);
  }

  /// Adds the records of passing findings from earlier audits, to be looked at again.
  void add_passing(std::vector<AuditedFile>& files) {
    if (report_.remembered.empty()) return;
    std::set<std::string_view> paths;
    for (const Finding& finding : memory_.findings) {
      const auto commit = git::parse_object_id(finding.commit);
      if (!is_passing(finding.kind) || finding.path.empty() || !commit || !paths.insert(finding.path).second) continue;
      const auto found = repository_.objects.find_path(history_.tree, finding.path);
      if (!found || found->first.is_tree()) continue;
      const std::string& policy =
          policies_.emplace_back(policy_trailer(repository_.objects.read_commit(*commit).message));
      files.push_back({finding.path, found->first.id(), *commit, finding.at.value_or(util::Instant()), finding.author,
                       policy, lineages_.lineage()->of_unread(*commit)});
      files.back().again = true;
    }
  }

  /// Finds out when commits came. The signatures are judged by that as well.
  void look_at_arrivals() {
    arrivals_ = options_.only_new ? find_late_commits(history_, options_.came_after)
                                  : find_arrivals_of(history_, &report_.receipts);
    if (!options_.structure || options_.only_new) return;
    audit_receipts(repository_, options_.now, report_.findings);
    if (arrivals_.empty()) return;
    audit_arrivals(repository_, history_, arrivals_, grace_of(repository_, ledger_.main_head()), report_.findings);
  }

  void look_at_times() {
    audit_times(repository_, history_, arrivals_, options_.now, report_.findings);
    if (report_.remembered.empty()) return;
    std::set<git::ObjectId> before{*older_};
    if (!history_.walk.linear) before.insert(history_.walk.parents.begin(), history_.walk.parents.end());
    for (const Range::Commit& commit : history_.walk.commits) before.erase(commit.id);
    constexpr int kMost = 64;  // each is a walk
    int count = 0;
    for (const git::ObjectId& commit : before) {
      if (!has_open_order(repository_.objects, commit)) continue;
      if (++count > kMost) break;
      look_at_order_of(commit);
    }
  }

  /// Judges the times of a commit that an earlier audit looked at again, by the commits that came after it since.
  void look_at_order_of(const git::ObjectId& commit) {
    const auto parents = repository_.objects.read_commit(commit).parents;
    const Arrivals arrivals = find_arrivals_of(walk_history(repository_, parents.front(), newer_, progress_));
    audit_order_of(repository_, commit, history_, arrivals, options_.now, memory_.findings, report_.findings);
  }

  [[nodiscard]] Arrivals find_arrivals_of(const AuditedHistory& history,
                                          std::size_t* receipts_compared = nullptr) const {
    const std::string main = ledger_.main_head();
    const auto judge = std::make_shared<Judge>(Judge::of(repository_, main));
    const ArrivalEvidence evidence{.memory = &memory_,
                                   .checkpoint = options_.checkpoint,
                                   .counts =
                                       [&](const std::string& email, util::Instant at) {
                                         return !judge->is_stranger({email, main, at});
                                       },
                                   .now = options_.now,
                                   .receipts_compared = receipts_compared};
    return find_arrivals(repository_, history, evidence, progress_);
  }

  void look_at_signatures() {
    const SignaturePolicy policy = load_signature_policy(repository_, report_.findings);
    signatures_ = policy.digest;
    // A changed policy of signatures has to judge every commit anew.
    keeps_signatures_ = report_.remembered.empty() || memory_.signatures == policy.digest;
    if (keeps_signatures_) return count(judge_signatures(policy, history_, arrivals_, unverified()));
    if (!policy.signatures.ask()) return;
    AuditedHistory whole = walk_history(repository_, std::nullopt, newer_, progress_);
    std::vector<Finding> told;  // before
    audit_structure(repository_, whole, told);
    count(judge_signatures(policy, whole, find_arrivals_of(whole), {}));
  }

  SignatureCounts judge_signatures(const SignaturePolicy& policy, const AuditedHistory& history,
                                   const Arrivals& arrivals, const std::vector<Finding>& again) {
    return audit_signatures(repository_, history, arrivals, policy.signatures, again, options_.full, progress_,
                            report_.findings);
  }

  void count(const SignatureCounts& counts) {
    report_.signatures = counts.verified;
    report_.known_signatures = counts.known;
  }

  /// The findings of earlier audits on signatures that they had no key for.
  [[nodiscard]] std::vector<Finding> unverified() const {
    std::vector<Finding> findings;
    if (report_.remembered.empty()) return findings;
    std::copy_if(memory_.findings.begin(), memory_.findings.end(), std::back_inserter(findings),
                 [](const Finding& finding) { return finding.kind == FindingKind::signature_unverifiable; });
    return findings;
  }

  /// Adds the earlier findings that still hold, and remembers all findings for the next audit.
  void conclude() {
    const bool goes_on = !report_.remembered.empty();
    for (Finding& finding : memory_.findings) {
      const bool of_signature = is_of_signatures(finding.kind);
      if (is_of_main(finding.kind) && !main_goes_on_) continue;
      if (!goes_on || is_passing(finding.kind) || (of_signature && !keeps_signatures_)) continue;
      report_.findings.push_back(std::move(finding));
    }
    keep_future();
    memory_.findings.clear();
    std::copy_if(report_.findings.begin(), report_.findings.end(), std::back_inserter(memory_.findings), is_of_commits);
    sort_findings(memory_.findings);
    const bool all = options_.structure && options_.contents && options_.signatures;
    if (!all) return;
    memory_.at = options_.now;
    memory_.head = report_.head;
    memory_.see(newer_, options_.now, heard_until(repository_, options_.now));
    memory_.signatures = signatures_;
    try {
      save_memory(repository_, memory_);
    } catch (const util::Error& error) {
      report_.not_remembered = error.what();  // a reader of the repository can audit it too
    }
  }

  /// Keeps an earlier finding on a commit of the future while its time is still ahead.
  void keep_future() {
    for (const Finding& finding : memory_.findings) {
      const bool is_future = finding.kind == FindingKind::time_future && finding.at > options_.now + kClockSkew;
      if (is_future && !report_.remembered.empty()) report_.findings.push_back(finding);
    }
  }

  const Ledger& ledger_;
  const git::Repository& repository_;
  const AuditOptions& options_;
  const git::Progress& progress_;
  std::optional<git::ObjectId> older_;
  git::ObjectId newer_;
  AuditMemory memory_;
  AuditedHistory history_;
  Arrivals arrivals_;  ///< when the history's commits came
  AuditLineages lineages_;
  AuditReport report_;
  std::string signatures_;
  std::deque<std::string> policies_;  ///< of commits that are looked at again
  bool keeps_signatures_ = true;
  bool main_goes_on_ = true;
};

/// Trusts the names of objects where the audit looks at structure alone: that asks what commits did, and not whether
/// somebody changed the disk. Restores the former setting at its end.
class TrustedNames {
 public:
  TrustedNames(git::ObjectStore& objects, const AuditOptions& options) : objects_(objects), before_(objects.names()) {
    if (!options.contents) objects.set_names(git::ObjectStore::Names::trusted);
  }
  TrustedNames(const TrustedNames&) = delete;
  TrustedNames& operator=(const TrustedNames&) = delete;
  ~TrustedNames() { objects_.set_names(before_); }

 private:
  git::ObjectStore& objects_;
  git::ObjectStore::Names before_;
};

}  // namespace

AuditReport audit(const Ledger& ledger, const AuditOptions& options, const git::Progress& progress) {
  const TrustedNames trusted(ledger.objects(), options);
  return Audit(ledger, ledger.repository(), options, progress).run();
}

}  // namespace crmtrack::ledger
