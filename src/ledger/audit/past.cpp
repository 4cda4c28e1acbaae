#include "ledger/audit/past.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "git/object/progress.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/histories.hpp"
#include "git/reference/references.hpp"
#include "ledger/audit/proof/checkpoint_proof.hpp"
#include "ledger/read/range.hpp"
#include "ledger/share/push/receipt.hpp"
#include "ledger/share/upstream.hpp"
#include "util/digest.hpp"

namespace crmtrack::ledger {
namespace {

constexpr const char* kRemoteBranches = "refs/remotes/";

std::string counted_words(std::size_t count, const char* one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

class PastAudit {
 public:
  PastAudit(const git::Repository& repository, const AuditedHistory& history, AuditMemory& memory, PastOptions options,
            const git::Progress& progress, std::vector<Finding>& findings)
      : repository_(repository),
        history_(history),
        memory_(memory),
        full_(options.full),
        forgets_(options.forget),
        progress_(progress),
        findings_(findings) {
    for (const Range::Commit& commit : history.walk.commits) known_.insert(commit.id);
  }

  void run() {
    references_ = git::list_references(repository_, {"refs/heads/", kRemoteBranches, kCheckpointTags});
    for (const git::Reference& reference : references_) tips_.emplace(reference.name, reference.commit);
    tips_[git::kLedgerRef] = history_.newer;
    look_at_seen();
    look_at_logs();
    for (const git::Reference& reference : references_) look_at(reference);
    look_at_checkpoints();
    look_at_receipts();
    memory_.seen = std::move(seen_);
  }

 private:
  using Heads = std::map<std::string, std::set<std::string>>;

  /// Whether `older` is the head or something that it descends from.
  bool has(const git::ObjectId& older) {
    if (older == history_.newer || older == history_.older || known_.count(older) != 0) return true;
    if (!history_.older) return false;  // all of the history was walked
    const auto [place, is_new] = descends_.try_emplace(older, false);
    if (is_new) place->second = is_ancestor(repository_.objects, older, history_.newer);
    return place->second;
  }

  static bool is_followed(const std::string& reference) {
    return reference == git::kLedgerRef || (reference.starts_with(kRemoteBranches) && reference.ends_with("/ledger"));
  }

  /// Looks at the heads that an earlier audit saw.
  void look_at_seen() {
    for (const auto& [reference, heads] : memory_.seen) {
      const bool is_tag = reference.starts_with(kCheckpointTags);
      if (is_tag && !holds_checkpoint(reference)) tell_tag_gone(reference, heads);
      for (const std::string& head : heads) {
        const auto id = git::parse_object_id(head);
        if (id && !is_tag) compare(reference, *id);
      }
    }
  }

  /// Whether a tag that held a checkpoint is still there, and holds one.
  bool holds_checkpoint(const std::string& reference) {
    const auto tip = tips_.find(reference);
    return tip != tips_.end() && tag_of({reference, tip->second}).has_value();
  }

  void tell_tag_gone(const std::string& reference, const std::set<std::string>& heads) {
    findings_.push_back(
        {FindingKind::checkpoint_lost, Severity::warning, heads.empty() ? "" : *heads.begin(), "", "", std::nullopt,
         fmt::format("the checkpoint '{}', which an earlier audit saw, is {}", git::shown_reference(reference),
                     tips_.count(reference) == 0 ? "gone" : "none any more")});
    seen_[reference] = heads;
  }

  /// A head that a reference had once, against the one that it has now.
  void compare(const std::string& reference, const git::ObjectId& once) {
    const auto tip = tips_.find(reference);
    if (tip == tips_.end()) return;  // a remote that was given up
    const bool is_ledger = reference == git::kLedgerRef;
    if (is_ledger && memory_.replaced.count(once.hex()) != 0) return;  // by the same records, committed anew
    if (is_ledger ? has(once) : is_ancestor(repository_.objects, once, tip->second)) return;
    seen_[reference].insert(once.hex());
    if (!told_.emplace(reference, once).second) return;
    const FindingKind kind = is_ledger ? FindingKind::history_rewritten : FindingKind::upstream_rewritten;
    Finding finding{kind,
                    severity_of(kind),
                    once.hex(),
                    "",
                    "",
                    std::nullopt,
                    fmt::format("{} was at {}, which it no longer descends from", git::shown_reference(reference),
                                once.hex().substr(0, 10))};
    if (is_of_other_remote(repository_.settings, reference, git::kLedgerRef)) {
      finding.severity = Severity::notice;
      findings_.push_back(std::move(finding));
      return;
    }
    tell_lost(repository_, history_.newer, once, memory_, std::move(finding), progress_, findings_);
  }

  void look_at_logs() {
    for (const auto& [reference, tip] : tips_) {
      if (!is_followed(reference)) continue;
      const auto seen = memory_.seen.find(reference);
      for (const git::Move& move : git::read_moves(repository_.location, reference)) {
        if (forgets_ || (seen != memory_.seen.end() && seen->second.count(move.to.hex()) != 0)) break;
        if (move.from == git::ObjectId{} || is_step(move)) continue;
        compare(reference, move.from);
      }
    }
  }

  /// Most moves are from a commit to its child.
  [[nodiscard]] bool is_step(const git::Move& move) const {
    try {
      const auto parents = repository_.objects.read_commit(move.to).parents;
      return std::find(parents.begin(), parents.end(), move.from) != parents.end();
    } catch (const util::Error&) {
      return false;
    }
  }

  /// A branch or tag as it is now.
  void look_at(const git::Reference& reference) {
    const bool is_tag = reference.name.starts_with(kCheckpointTags);
    if (is_tag && !is_checkpoint(reference)) return;
    if (is_followed(reference.name) || is_tag) seen_[reference.name].insert(reference.commit.hex());
    if (reference.name == git::kLedgerRef || reference.commit == history_.newer || was_seen(reference)) return;
    if (!is_tag && !is_ledger(reference.commit)) return;  // main, and whatever else people keep there
    if (has(reference.commit)) return;
    if (is_tag && memory_.replaced.count(reference.commit.hex()) != 0) {
      return tell(FindingKind::checkpoint_lost, Severity::notice, reference,
                  "sync has committed anew here what the checkpoint '{}' holds");
    }
    if (is_tag) {
      return tell(FindingKind::checkpoint_lost, Severity::fault, reference,
                  "the ledger does not descend from the checkpoint '{}'");
    }
    if (is_followed(reference.name)) return tell_unmerged(reference);
    tell(FindingKind::record_hidden, Severity::warning, reference,
         "the branch '{}' is a ledger's, with commits that the ledger does not have");
  }

  using Tag = tl::expected<CheckpointTag, std::string>;

  const Tag& tag_of(const git::Reference& reference) {
    const auto known = tags_.find(reference.name);
    if (known != tags_.end()) return known->second;
    const auto id = git::find_branch(repository_, reference.name);
    Tag tag =
        id ? read_checkpoint_tag(repository_.objects, reference.name, *id) : tl::unexpected(std::string("it is gone"));
    return tags_.emplace(reference.name, std::move(tag)).first->second;
  }

  /// Whether a tag holds a checkpoint; reports one that proves nothing. Nothing of the ledger is at fault then.
  bool is_checkpoint(const git::Reference& reference) {
    const Tag& tag = tag_of(reference);
    if (tag) return true;
    findings_.push_back(
        {FindingKind::not_a_checkpoint, severity_of(FindingKind::not_a_checkpoint), reference.commit.hex(), "", "",
         std::nullopt,
         fmt::format("the tag '{}' is no checkpoint: {}", git::shown_reference(reference.name), tag.error())});
    return false;
  }

  void tell(FindingKind kind, Severity severity, const git::Reference& reference, std::string_view form) {
    Finding finding{kind,
                    severity,
                    reference.commit.hex(),
                    "",
                    "",
                    std::nullopt,
                    fmt::format(fmt::runtime(form), git::shown_reference(reference.name))};
    tell_lost(repository_, history_.newer, reference.commit, memory_, std::move(finding), progress_, findings_);
  }

  void tell_unmerged(const git::Reference& reference) {
    const Walk walk = walk_commits(repository_, history_.newer, reference.commit, progress_);
    findings_.push_back({FindingKind::not_merged, Severity::notice, reference.commit.hex(), "", "", std::nullopt,
                         fmt::format("{} of {} not yet in the ledger", counted_words(walk.commits.size(), "commit"),
                                     git::shown_reference(reference.name))});
  }

  /// An earlier audit saw it there, and the ledger then had it: it still does.
  [[nodiscard]] bool was_seen(const git::Reference& reference) const {
    const auto seen = memory_.seen.find(reference.name);
    return seen != memory_.seen.end() && seen->second.count(reference.commit.hex()) != 0 && history_.older &&
           memory_.head == history_.older->hex() && reference.name.starts_with(kCheckpointTags);
  }

  [[nodiscard]] bool is_ledger(const git::ObjectId& commit) const {
    const auto found = repository_.objects.find_path(repository_.objects.read_commit(commit).tree, "ledgers");
    return found && found->first.is_tree();
  }

  /// Compares the tags of checkpoints with their commits.
  void look_at_checkpoints() {
    std::set<std::string> lines{"none"};
    std::vector<std::pair<const git::Reference*, Checkpoint>> checkpoints;
    for (const git::Reference& reference : references_) {
      if (!reference.name.starts_with(kCheckpointTags)) continue;
      const auto& tag = tag_of(reference);
      if (!tag) continue;
      lines.insert(util::sha256_hex(render_checkpoint(tag->checkpoint)));
      checkpoints.emplace_back(&reference, tag->checkpoint);
    }
    for (const auto& [reference, checkpoint] : checkpoints) {
      if (lines.count(checkpoint.previous) == 0) {
        findings_.push_back(
            {FindingKind::checkpoint_lost, Severity::warning, checkpoint.head, "", "", std::nullopt,
             fmt::format("the checkpoint before '{}' is not among the tags", git::shown_reference(reference->name))});
      }
    }
    verify(checkpoints);
  }

  /// Those that have come or changed since an earlier audit, or the newest where there was none; with --full the
  /// newest, however well known. Each reads all folders of a ledger. One that does not hold is not remembered, and told
  /// again.
  void verify(const std::vector<std::pair<const git::Reference*, Checkpoint>>& checkpoints) {
    constexpr std::size_t kMost = 20;
    const std::size_t most = memory_.tags.empty() && !full_ ? 1 : kMost;
    std::size_t verified = 0;
    for (auto checkpoint = checkpoints.rbegin(); checkpoint != checkpoints.rend(); ++checkpoint) {
      const git::Reference& reference = *checkpoint->first;
      const std::string object = git::find_branch(repository_, reference.name).value_or(git::ObjectId{}).hex();
      const auto known = memory_.tags.find(reference.name);
      const bool is_known = known != memory_.tags.end() && known->second == object;
      if (known != memory_.tags.end() && !is_known) tell_tag_replaced(reference);
      const bool is_wanted = (full_ || !is_known) && verified < most;
      if (is_wanted) ++verified;
      if (!is_wanted || holds(reference, checkpoint->second)) memory_.tags.try_emplace(reference.name, object);
    }
  }

  void tell_tag_replaced(const git::Reference& reference) {
    findings_.push_back({FindingKind::checkpoint_differs, Severity::warning, reference.commit.hex(), "", "",
                         std::nullopt,
                         fmt::format("the tag '{}' is not the one that an earlier audit saw: it was made again",
                                     git::shown_reference(reference.name))});
  }

  bool holds(const git::Reference& reference, const Checkpoint& checkpoint) {
    const auto fault = find_checkpoint_fault(repository_.objects, checkpoint, {reference.commit});
    if (fault) differs(reference, fmt::format("'{}' does not hold: {}", git::shown_reference(reference.name), *fault));
    return !fault;
  }

  void differs(const git::Reference& reference, std::string message) {
    findings_.push_back({FindingKind::checkpoint_differs, Severity::fault, reference.commit.hex(), "", "", std::nullopt,
                         std::move(message)});
  }

  /// A server only adds to its receipts; where it has no hook of ours, whoever may push can write others.
  void look_at_receipts() {
    const auto now = git::find_branch(repository_, kReceiptsRef);
    if (now) seen_[kReceiptsRef].insert(now->hex());
    const auto before = memory_.seen.find(kReceiptsRef);
    if (before == memory_.seen.end()) return;
    for (const std::string& head : before->second) {
      const auto once = git::parse_object_id(head);
      if (!once || (now && is_ancestor(repository_.objects, *once, *now))) continue;
      seen_[kReceiptsRef].insert(head);
      findings_.push_back({FindingKind::receipts_rewritten, severity_of(FindingKind::receipts_rewritten), head, "", "",
                           std::nullopt,
                           fmt::format("the server's receipts were at {}, {}", head.substr(0, 10),
                                       now ? "which they no longer descend from" : "and are gone")});
    }
  }

  const git::Repository& repository_;
  const AuditedHistory& history_;
  AuditMemory& memory_;
  bool full_, forgets_;
  const git::Progress& progress_;
  std::vector<Finding>& findings_;
  std::unordered_set<git::ObjectId> known_;
  std::unordered_map<git::ObjectId, bool> descends_;
  std::vector<git::Reference> references_;
  std::map<std::string, git::ObjectId> tips_;
  std::map<std::string, Tag> tags_;
  std::set<std::pair<std::string, git::ObjectId>> told_;
  Heads seen_;
};

/// The missing commits in words, as far as they can still be read.
std::string describe_lost(const AuditedHistory& lost, std::size_t hidden, std::size_t left_out) {
  const std::size_t count = lost.walk.commits.size();
  if (count == 0) return "the ledger here has all of it";
  const std::string commits = fmt::format("{} {} missing", counted_words(count, "commit"), count == 1 ? "is" : "are");
  if (hidden == 0 && left_out > 0)
    return fmt::format("{}, and of their records the {} that sync --mend left out", commits, left_out);
  if (hidden == 0) return commits + ", but none of their records";
  return fmt::format("{}, and {} with {}", commits, counted_words(hidden, "record"), count == 1 ? "it" : "them");
}

/// `sync --mend` has named it, and keeps it.
bool was_left_out(const AuditMemory& memory, const AuditedHistory& lost, const Added& file) {
  return memory.left_out.count(std::string(file.path)) != 0 &&
         memory.replaced.count(lost.walk.commits[file.commit].id.hex()) != 0;
}

}  // namespace

void tell_lost(const git::Repository& repository, const git::ObjectId& head, const git::ObjectId& lost,
               const AuditMemory& memory, Finding finding, const git::Progress& progress,
               std::vector<Finding>& findings) {
  constexpr std::size_t kMostNamed = 1000;
  // Records that sync has committed anew are there; where one is not, that is no notice.
  const Severity severity = finding.severity == Severity::notice ? Severity::fault : finding.severity;
  try {
    AuditedHistory history = walk_history(repository, head, lost, progress);
    read_history(repository, history, progress);
    const git::ObjectId tree = repository.objects.read_commit(head).tree;
    std::size_t hidden = 0, left_out = 0;
    for (const RangePart& part : history.parts) {
      for (const Added& file : part.added) {
        const auto found = repository.objects.find_path(tree, file.path);
        if (found && found->first.id() == file.blob) continue;
        if (was_left_out(memory, history, file)) {
          ++left_out;
          continue;
        }
        if (++hidden > kMostNamed) continue;
        findings.push_back(history.blame(FindingKind::record_hidden, file.commit, file.path,
                                         found ? "was added with another content" : "was added, and is not there"));
        findings.back().severity = severity;
      }
    }
    finding.message += ": " + describe_lost(history, hidden, left_out);
    if (hidden > 0) finding.severity = severity;
  } catch (const util::Error& error) {
    if (error.kind() == util::ErrorKind::cancelled) throw;
    finding.message += ": its commits are no longer in this repository";
  }
  findings.push_back(std::move(finding));
}

void audit_past(const git::Repository& repository, const AuditedHistory& history, AuditMemory& memory,
                PastOptions options, const git::Progress& progress, std::vector<Finding>& findings) {
  PastAudit(repository, history, memory, options, progress, findings).run();
}

}  // namespace crmtrack::ledger
