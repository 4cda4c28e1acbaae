#include "ledger/share/push/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "git/reference/branch_names.hpp"
#include "ledger/audit/audit.hpp"
#include "ledger/audit/content/signatures.hpp"
#include "ledger/audit/content/structure.hpp"
#include "ledger/audit/history.hpp"
#include "ledger/audit/report.hpp"
#include "ledger/read/read.hpp"
#include "ledger/read/read_range.hpp"
#include "ledger/rule/grace.hpp"
#include "ledger/rule/judge.hpp"
#include "ledger/rule/path_kind.hpp"
#include "ledger/rule/signature_check.hpp"
#include "ledger/rule/structure.hpp"
#include "ledger/share/push/dates.hpp"
#include "ledger/share/push/lost_on_server.hpp"
#include "ledger/share/push/main_branch.hpp"
#include "ledger/share/push/receipts.hpp"
#include "ledger/share/push/references.hpp"
#include "ledger/share/push/tags.hpp"
#include "util/text/case.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

/// Whether a server refuses it: audit would call it a fault for ever, or the rules forbid it. People judge the rest.
bool is_refused(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::policy_invalid:
      return false;  // main's: the last readable version is in force
    case FindingKind::record_invalid:
    case FindingKind::kind_unknown:
    case FindingKind::attachment_unnamed:
    case FindingKind::added_twice:
      return true;
    default:
      return finding.severity == Severity::fault;
  }
}

/// Whether it damages what others wrote, where no mend has put it right: no commit of a ledger does that.
bool is_damage(FindingKind kind) { return kind < FindingKind::history_rewritten; }

/// Whether it keeps others from working, and does not merely count nowhere: that may come with a ledger that moves, as
/// it was taken where it was, and nobody can take it back.
bool locks_out(const Finding& finding) {
  return is_damage(finding.kind) ||
         (finding.kind == FindingKind::not_allowed && kind_of(finding.path) == PathKind::ledger_file);
}

PushFault::Cause cause_of(const Finding& finding) {
  if (finding.kind >= FindingKind::signature_missing) return PushFault::Cause::signature;
  return is_damage(finding.kind) ? PushFault::Cause::other : PushFault::Cause::record;
}

class PushCheck {
 public:
  PushCheck(const Ledger& ledger, const git::Repository& repository, const Pusher& pusher, std::string in_force)
      : ledger_(ledger), repository_(repository), pusher_(pusher), in_force_(std::move(in_force)) {}

  std::vector<PushFault> run(const std::vector<PushedReference>& references) {
    for (const PushedReference& reference : references) {
      if (reference.newer.empty()) continue;
      if (reference.name == git::kMainRef) main_after_ = reference.newer;
      if (reference.name == git::kMainRef || reference.name == git::kLedgerRef)
        heads_.emplace(reference.name, git::get_object_id(reference.newer));
    }
    tags_.emplace(repository_, pusher_, tag_rules(references));
    for (const PushedReference& reference : references) look_at(reference);
    return std::move(faults_);
  }

 private:
  void refuse(std::string commit, std::string path, std::string message) {
    faults_.push_back({std::move(commit), std::move(path), std::move(message)});
  }

  void look_at(const PushedReference& reference) {
    if (reference.name == kReceiptsRef) return look_at_receipts(reference);
    const PushedKind kind = pushed_kind(reference.name);
    const bool is_ledger = kind == PushedKind::ledger;
    if (kind == PushedKind::foreign) return look_at_foreign(reference);
    if (kind == PushedKind::proposal) return look_at_proposal(reference);
    if (kind == PushedKind::checkpoint) {
      if (auto why = tags_->find_fault(reference)) refuse("", "", std::move(*why));
      return;
    }
    if (!is_ledger && kind != PushedKind::main) return;
    const std::string shown = util::visible_line(reference.name);
    if (reference.newer.empty()) return refuse("", "", fmt::format("'{}' may not be deleted", shown));
    if (!reference.older.empty() && !is_ancestor(ledger_, reference.older, reference.newer))
      return refuse(reference.newer, "", fmt::format("'{}' may not be rewritten: fetch, merge, and push again", shown));
    if (pusher_.email && !is_one_of_ours(*pusher_.email))
      return refuse("", "", fmt::format("{} is not in people.yaml", util::visible_line(*pusher_.email)));
    if (is_ledger) return look_at_ledger(reference);
    look_at_main(reference);
  }

  /// The server's own; only a ledger that moves here brings those of the server where it was.
  void look_at_receipts(const PushedReference& reference) {
    const bool is_first = reference.older.empty() && !reference.newer.empty() && heads_.contains(git::kLedgerRef) &&
                          !git::find_branch(repository_, kReceiptsRef) &&
                          !git::find_branch(repository_, git::kLedgerRef);
    if (!is_first || !may_found())
      return refuse("", "", fmt::format("'{}' is the server's own", util::visible_line(reference.name)));
    if (auto why = find_receipts_fault(repository_, git::get_object_id(reference.newer), heads_, pusher_.now))
      refuse("", "", fmt::format("'{}' cannot be taken: {}", reference.name, *why));
  }

  /// Taken by nobody; whoever has the right `policy` may delete one that came before the hook did.
  void look_at_foreign(const PushedReference& reference) {
    if (!reference.newer.empty()) return refuse("", "", describe_foreign(reference.name));
    if (!has_right(policy::Right::policy))
      refuse(
          "", "",
          fmt::format("'{}' may not be deleted by who lacks the right 'policy'", util::visible_line(reference.name)));
  }

  /// By what stood here before the push: else anybody could bring the right along. Where nothing did, whoever pushes
  /// first says who may what.
  [[nodiscard]] bool has_right(policy::Right right) const {
    const std::string& main = in_force_.empty() ? main_after_ : in_force_;
    return pusher_.email && !main.empty() &&
           Judge::of(repository_, main).may({*pusher_.email, main, pusher_.now}, right);
  }

  /// Whether a ledger comes whole to a server that has none, by somebody who answers for it. Then it is judged as a
  /// clone would: people have left since, what was damaged was mended, and what does not count does not here either.
  [[nodiscard]] bool is_founding(const PushedReference& reference) const {
    return reference.older.empty() && may_found();
  }

  [[nodiscard]] bool may_found() const {
    return !pusher_.email || (has_right(policy::Right::relay) && has_right(policy::Right::policy));
  }

  /// Whether the pusher answers for the commits of others that they bring, as for a whole ledger: a server that was
  /// restored from a backup, or stands beside the team's, lacks what was right when it was written. Each commit is
  /// judged by the policies of its time; what does not count by these is refused all the same.
  [[nodiscard]] bool answers_for_all() const { return pusher_.email && may_found(); }

  /// Whether the newest commit has put right whatever its history did that no ledger may do.
  [[nodiscard]] bool is_mended(const std::string& head) const {
    return judge_structure(repository_, std::nullopt, git::get_object_id(head), read_range(repository_, "", head, {}))
        .is_sound;
  }

  /// Whether the directory lists them, or is empty.
  [[nodiscard]] bool is_one_of_ours(const std::string& email) const {
    return in_force_.empty() || !Judge::of(repository_, in_force_).is_stranger({email, in_force_, pusher_.now});
  }

  [[nodiscard]] PushedTagRules tag_rules(const std::vector<PushedReference>& references) const {
    std::vector<git::ObjectId> heads;
    if (const auto here = git::find_branch(repository_, git::kLedgerRef)) heads.push_back(*here);
    for (const PushedReference& reference : references)
      if (reference.name == git::kLedgerRef && !reference.newer.empty())
        heads.push_back(git::get_object_id(reference.newer));
    return {std::move(heads), references, [this] { return has_right(policy::Right::relay); },
            [this] { return has_right(policy::Right::policy); },
            [this](const std::string& maker) { return is_one_of_ours(maker); }};
  }

  AuditedHistory history_of(const PushedReference& reference) const {
    const auto older = reference.older.empty() ? std::nullopt : std::optional(git::get_object_id(reference.older));
    return walk_history(repository_, older, git::get_object_id(reference.newer), {});
  }

  void look_at_ledger(const PushedReference& reference) {
    AuditOptions options;
    options.only_new = true;
    options.older = reference.older;
    options.newer = reference.newer;
    options.policy = main_after_.empty() ? in_force_ : main_after_;
    options.now = pusher_.now;
    const auto newest = find_newest_receipt(repository_, pusher_.now);
    options.receiving = true;
    if (reference.older.empty() && !answers_for_all())
      if (auto why = find_foreign_ledger(repository_, reference.newer)) return refuse("", "", std::move(*why));
    const bool is_founded = is_founding(reference);
    options.of_its_time = is_founded || answers_for_all();
    if (newest && !options.of_its_time) options.came_after = newest->time;
    const std::size_t before = faults_.size();
    std::optional<bool> is_put_right;
    for (const Finding& finding : audit(ledger_, options, {}).findings) {
      if (finding.kind == FindingKind::policy_outdated)
        faults_.push_back({finding.commit, finding.path, finding.message, true});
      if (!is_refused(finding)) continue;
      if (is_founded) {
        if (!locks_out(finding)) continue;
        if (is_damage(finding.kind)) {
          if (!is_put_right) is_put_right = is_mended(reference.newer);
          if (*is_put_right) continue;
        }
      }
      refuse(finding.commit, finding.path, finding.message);
      faults_.back().cause = cause_of(finding);
    }
    AuditedHistory history = history_of(reference);
    std::vector<Finding> told;  // above; what is needed here is which merges are ours
    audit_structure(repository_, history, told);
    if (newest && !is_founded && !has_right(policy::Right::relay))
      add_faults(find_early_commits(history, *newest, grace_of(repository_, in_force_)));
    if (!is_founded) {
      add_faults(find_future_commits(history, pusher_.now, ReceiptReader(repository_).next()));
      look_at_strangers(history, options.policy);
    }
    look_at_authors(history);
    if (reference.older.empty() && !is_founded && faults_.size() != before)
      refuse("", "", "a ledger that began elsewhere is brought by somebody who has the rights 'relay' and 'policy'");
  }

  /// A person who is not in the directory adds nothing, no attachment and no file of `ledgers/` either.
  void look_at_strangers(const AuditedHistory& history, const std::string& policy) {
    Judge judge = Judge::of(repository_, policy);
    judge.not_after(pusher_.now);
    for (std::size_t i = 0; i < history.walk.commits.size(); ++i) {
      const Range::Commit& commit = history.walk.commits[i];
      if (history.by_nobody.count(commit.id) != 0) continue;
      const Writer writer{history.author_of(i), history.walk.policies[commit.policy], commit.time};
      if (const auto why = judge.stranger_of(writer)) refuse(commit.id.hex(), "", *why);
    }
  }

  void look_at_main(const PushedReference& reference) {
    const AuditedHistory history = walk_pushed_main(repository_, reference);
    if (reference.older.empty()) {
      const bool is_allowed = !pusher_.email || has_right(policy::Right::policy);
      if (auto why = find_new_main_fault(repository_, reference.newer, is_allowed)) refuse("", "", std::move(*why));
    }
    add_faults(check_main_push(repository_, reference, pusher_, answers_for_all()));
    if (pusher_.email && !has_right(policy::Right::policy)) return look_at_own(history);
    look_at_authors(history, find_proposed(repository_, reference.older));
  }

  /// Nobody puts policy into force without the right to: that others proposed it, or signed and kept it, changes
  /// nothing.
  void look_at_own(const AuditedHistory& history) {
    const bool relays = has_right(policy::Right::relay);
    for (std::size_t i = 0; i < history.walk.commits.size() && !relays; ++i)
      if (!is_pusher(history.author_of(i))) tell_claimed(history, i, "who may not change policy");
  }

  void look_at_proposal(const PushedReference& reference) {
    add_faults(check_proposal_push(repository_, reference, pusher_));
    if (!reference.newer.empty()) look_at_authors(walk_pushed_main(repository_, reference));
  }

  void add_faults(std::vector<PushFault> faults) {
    faults_.insert(faults_.end(), std::make_move_iterator(faults.begin()), std::make_move_iterator(faults.end()));
  }

  /// Every commit is the pusher's own, our merge, signed by its author, or brought by somebody who may relay.
  /// `proposed`: commits that the server has already, as proposals of whoever made them.
  void look_at_authors(const AuditedHistory& history, const std::unordered_set<git::ObjectId>& proposed = {}) {
    if (!pusher_.email) return;
    std::vector<SignedCommit> claimed;
    std::vector<std::size_t> numbers;
    const bool relays = has_right(policy::Right::relay);
    const auto newest = find_newest_receipt(repository_, pusher_.now);
    const auto came_after = newest ? std::optional(newest->time) : std::nullopt;
    for (std::size_t i = 0; i < history.walk.commits.size() && !relays; ++i) {
      const Range::Commit& commit = history.walk.commits[i];
      if (history.by_nobody.count(commit.id) != 0 || is_pusher(history.author_of(i))) continue;
      if (proposed.count(commit.id) != 0) continue;
      if (history.are_signed.count(commit.id) == 0) {
        tell_claimed(history, i);
        continue;
      }
      claimed.push_back({commit.id, history.author_of(i), commit.time, came_after});
      numbers.push_back(i);
    }
    std::vector<Finding> wrong;
    const SignaturePolicy policy = load_signature_policy(repository_, wrong);
    const auto verdicts = SignatureCheck(repository_, policy.signatures).verify(claimed, {});
    for (std::size_t i = 0; i < verdicts.size(); ++i)
      if (verdicts[i].state != SignatureVerdict::State::good) tell_claimed(history, numbers[i]);
  }

  [[nodiscard]] bool is_pusher(const std::string& author) const {
    return util::to_lower_ascii(author) == util::to_lower_ascii(*pusher_.email);
  }

  void tell_claimed(const AuditedHistory& history, std::size_t commit,
                    std::string_view why = "and it is not signed by its author's key") {
    refuse(history.walk.commits[commit].id.hex(), "",
           fmt::format("its author is {}, but {} pushes it, {}", util::visible_line(history.author_of(commit)),
                       util::visible_line(*pusher_.email), why));
    faults_.back().cause = PushFault::Cause::author;
  }

  const Ledger& ledger_;
  const git::Repository& repository_;
  const Pusher& pusher_;
  std::string in_force_;
  std::string main_after_;
  PushedHeads heads_;
  std::optional<PushedTags> tags_;
  std::vector<PushFault> faults_;
};

}  // namespace

std::vector<PushFault> check_push(const Ledger& ledger, const std::vector<PushedReference>& references,
                                  const Pusher& pusher) {
  return PushCheck(ledger, ledger.repository(), pusher, ledger.main_head()).run(references);
}

std::vector<PushFault> foresee_push(const Ledger& ledger, const PushedReference& reference, const std::string& main,
                                    const Pusher& pusher) {
  return PushCheck(ledger, ledger.repository(), pusher, main).run({reference});
}

}  // namespace crmtrack::ledger
