#include "ledger/audit/time/arrival.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "git/reference/branch_names.hpp"
#include "git/reference/histories.hpp"
#include "git/reference/references.hpp"
#include "ledger/audit/proof/checkpoint_proof.hpp"
#include "ledger/audit/tolerances.hpp"
#include "ledger/read/range.hpp"
#include "ledger/share/push/receipt.hpp"
#include "util/text/case.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

using Number = std::uint32_t;

/// Witnesses, and which commits of the history each of them holds.
class ArrivalSearch {
 public:
  ArrivalSearch(const git::Repository& repository, const AuditedHistory& history, const ArrivalEvidence& evidence,
                const git::Progress& progress)
      : repository_(repository), history_(history), evidence_(evidence), progress_(progress) {
    earliest_ = util::Instant::max();
    const auto& commits = history.walk.commits;
    for (std::size_t i = 0; i < commits.size(); ++i) {
      numbers_.emplace(commits[i].id, static_cast<Number>(i));
      if (history.by_nobody.count(commits[i].id) == 0) earliest_ = std::min(earliest_, commits[i].time);
    }
  }

  Arrivals run() {
    if (history_.walk.commits.empty() || earliest_ == util::Instant::max()) return {};
    gather_checkpoints();
    if (evidence_.receipts) gather_receipts();
    if (evidence_.receipts_compared != nullptr) *evidence_.receipts_compared = trusted_.size();
    std::reverse(trusted_.begin(), trusted_.end());  // of one second too the first is the first
    gather_seen();
    gather_fetched();
    if (trusted_.empty() && claims_.empty()) return {};
    find_first_holders();
    for (const Witness& claim : claims_) accuse_by(claim);
    return finish();
  }

 private:
  /// Whether a witness of that time could show anything of any commit.
  [[nodiscard]] bool may_tell(util::Instant time) const {
    return time > earliest_ + kClockSkew && time <= evidence_.now + kClockSkew;
  }

  [[nodiscard]] const Number* find_number(const git::ObjectId& commit) const {
    const auto found = numbers_.find(commit);
    return found == numbers_.end() ? nullptr : &found->second;
  }

  /// Whether a commit that is not of the walk is one that the whole walk comes after: then it holds nothing of it. One
  /// that the ledger does not descend from says nothing here; that it was lost is told elsewhere.
  [[nodiscard]] bool is_before(const git::ObjectId& commit) const {
    if (!history_.older) return false;
    return commit == *history_.older || is_ancestor(repository_.objects, commit, history_.newer);
  }

  /// Of the witnesses, newest first, those of the walk, and the newest that knew nothing of it.
  void keep_telling(std::vector<Witness> witnesses, std::vector<Witness>& kept) const {
    std::sort(witnesses.begin(), witnesses.end(), [](const Witness& a, const Witness& b) { return a.time > b.time; });
    bool knew_nothing = false;
    for (Witness& witness : witnesses) {
      if (!may_tell(witness.time)) continue;
      if (find_number(*witness.head) == nullptr) {
        if (knew_nothing || !is_before(*witness.head)) continue;
        knew_nothing = true;
      }
      kept.push_back(std::move(witness));
    }
  }

  void gather_seen() {
    if (evidence_.memory == nullptr) return;
    std::vector<Witness> seen;
    for (const SeenHead& once : evidence_.memory->heads)
      seen.push_back({.kind = Witness::Kind::audit, .head = once.head, .time = once.heard, .held_by = once.at});
    keep_telling(std::move(seen), trusted_);
  }

  void gather_checkpoints() {
    std::vector<Witness> found;
    const auto add = [&](const Checkpoint& checkpoint, const std::string& name, const std::string& maker) {
      const auto head = git::parse_object_id(checkpoint.head);
      if (head)
        found.push_back({.kind = Witness::Kind::checkpoint,
                         .head = *head,
                         .time = checkpoint.time,
                         .held_by = checkpoint.time,
                         .name = name,
                         .maker = maker});
    };
    if (evidence_.checkpoint) add(*evidence_.checkpoint, "", "");
    for (const git::Reference& reference : git::list_references(repository_, {kCheckpointTags})) {
      const auto id = git::parse_object_id(git::read_reference(repository_.location, reference.name).value_or(""));
      if (!id) continue;
      const auto tag = read_checkpoint_tag(repository_.objects, reference.name, *id);
      if (!tag || (evidence_.counts && !evidence_.counts(tag->tagger.email, tag->checkpoint.time))) continue;
      add(tag->checkpoint, reference.name, tag->tagger.email);
    }
    keep_telling(std::move(found), claims_);
  }

  /// Back to the first that knew nothing of the walk: those before it knew nothing either. One whose time is far after
  /// that of a receipt which followed it was written by a wrong clock.
  void gather_receipts() {
    constexpr std::size_t kStep = 1024;
    ReceiptReader reader(repository_);
    std::size_t read = 0;
    util::Instant followed_by = evidence_.now;
    while (auto receipt = reader.next()) {
      if (++read % kStep == 0) stop_if_interrupted(progress_);
      if (is_of_future(*receipt, followed_by)) continue;
      followed_by = std::min(followed_by, receipt->time);
      if (receipt->time <= earliest_ + kClockSkew) return;
      const Receipt::Head* ledger = receipt->find(git::kLedgerRef);
      // Before a ledger came there it was somewhere else.
      if (!may_tell(receipt->time) || ledger == nullptr) continue;
      Witness witness{.kind = Witness::Kind::receipt,
                      .head = ledger->commit,
                      .time = receipt->time,
                      .held_by = receipt->time,
                      .relay = receipt->relay};
      const bool of_walk = find_number(ledger->commit) != nullptr;
      // One whose head was lost since, on the server or here, says nothing.
      if (!of_walk && !is_before(ledger->commit)) continue;
      trusted_.push_back(std::move(witness));
      if (!of_walk) return;
    }
  }

  /// Gathers the witnesses of fetches. The commits that a fetch brought were on the other side by then, though the
  /// server may have lost them since, and its receipts with them. The absence of a commit shows nothing, since a fetch
  /// may be of an old copy.
  void gather_fetched() {
    for (const git::Reference& reference : git::list_references(repository_, {"refs/remotes/"})) {
      if (!reference.name.ends_with("/ledger")) continue;
      for (const git::Move& move : git::read_moves(repository_.location, reference.name)) {
        if (find_number(move.to) == nullptr) continue;
        trusted_.push_back(
            {.kind = Witness::Kind::audit, .head = move.to, .time = util::Instant::min(), .held_by = move.at});
      }
    }
  }

  /// For each commit the first trusted witness that holds it: none of those before it does.
  void find_first_holders() {
    std::stable_sort(trusted_.begin(), trusted_.end(),
                     [](const Witness& a, const Witness& b) { return a.held_by < b.held_by; });
    const std::size_t count = trusted_.size();
    first_.assign(history_.walk.commits.size(), static_cast<Number>(count));
    for (Number i = 0; i < count; ++i)
      mark(trusted_[i].head, [&](Number commit) { return first_[commit] == count && (first_[commit] = i, true); });
    newest_before_.assign(count + 1, nullptr);
    for (std::size_t i = 0; i < count; ++i) {
      const Witness* before = newest_before_[i];
      newest_before_[i + 1] = before == nullptr || before->time < trusted_[i].time ? &trusted_[i] : before;
    }
    accusers_.resize(first_.size());
    for (std::size_t i = 0; i < first_.size(); ++i) accusers_[i] = newest_before_[first_[i]];
  }

  /// A checkpoint is what somebody says: it is heard against a commit where no trusted witness had it earlier.
  void accuse_by(const Witness& claim) {
    std::vector<bool> held(first_.size(), false);
    mark(claim.head, [&](Number commit) { return !held[commit] && (held[commit] = true); });
    for (std::size_t i = 0; i < first_.size(); ++i) {
      if (held[i] || (first_[i] < trusted_.size() && trusted_[first_[i]].held_by <= claim.time)) continue;
      if (accusers_[i] == nullptr || accusers_[i]->time < claim.time) accusers_[i] = &claim;
    }
  }

  /// Visits a commit of the walk and what it descends from in it, down to where `enter` says no.
  template <class Enter>
  void mark(const std::optional<git::ObjectId>& head, Enter enter) {
    const Number* from = head ? find_number(*head) : nullptr;
    if (from == nullptr || !enter(*from)) return;
    std::vector<Number> waiting{*from};
    while (!waiting.empty()) {
      const Number number = waiting.back();
      waiting.pop_back();
      for (const git::ObjectId& parent : history_.walk.parents_of(number)) {
        const Number* next = find_number(parent);
        if (next != nullptr && enter(*next)) waiting.push_back(*next);
      }
    }
  }

  Arrivals finish() {
    Arrivals arrivals;
    for (std::size_t i = 0; i < first_.size(); ++i) {
      const Range::Commit& commit = history_.walk.commits[i];
      const Witness* witness = accusers_[i];
      if (witness == nullptr || commit.time + kClockSkew >= witness->time) continue;
      if (history_.by_nobody.count(commit.id) != 0) continue;
      arrivals.emplace(commit.id, Arrival{witness->time, *witness, find_relay(i)});
    }
    return arrivals;
  }

  /// Who brought a commit with the receipt that was the first to hold it, where that is not its author.
  [[nodiscard]] std::string find_relay(std::size_t commit) const {
    if (first_[commit] >= trusted_.size()) return {};
    const std::string& relay = trusted_[first_[commit]].relay;
    const std::string& author = history_.author_of(commit);
    return util::to_lower_ascii(relay) == util::to_lower_ascii(author) ? std::string() : relay;
  }

  const git::Repository& repository_;
  const AuditedHistory& history_;
  const ArrivalEvidence& evidence_;
  const git::Progress& progress_;
  std::unordered_map<git::ObjectId, Number> numbers_;
  util::Instant earliest_;
  std::vector<Witness> trusted_;  ///< receipts and what earlier audits saw
  std::vector<Witness> claims_;   ///< checkpoints
  std::vector<Number> first_;     ///< of `trusted_`, by commit: the first that holds it
  std::vector<const Witness*> newest_before_;
  std::vector<const Witness*> accusers_;
};

}  // namespace

Arrivals find_arrivals(const git::Repository& repository, const AuditedHistory& history,
                       const ArrivalEvidence& evidence, const git::Progress& progress) {
  return ArrivalSearch(repository, history, evidence, progress).run();
}

Arrivals find_late_commits(const AuditedHistory& history, std::optional<util::Instant> came_after) {
  Arrivals arrivals;
  if (!came_after) return arrivals;
  for (const Range::Commit& commit : history.walk.commits) {
    if (commit.time + kClockSkew >= *came_after || history.by_nobody.count(commit.id) != 0) continue;
    arrivals.emplace(commit.id,
                     Arrival{*came_after, {.kind = Witness::Kind::receipt, .head = {}, .time = *came_after}});
  }
  return arrivals;
}

std::string describe_witness(const Witness& witness) {
  const std::string when = util::format_utc(witness.time);
  if (witness.kind == Witness::Kind::receipt) return "the server's receipt of " + when;
  if (witness.kind == Witness::Kind::audit) return "what an audit saw here at " + when;
  if (witness.name.empty()) return "the checkpoint of " + when;
  return fmt::format("the checkpoint '{}' by {}", util::visible_line(witness.name.substr(kCheckpointTags.size())),
                     util::visible_line(witness.maker));
}

}  // namespace crmtrack::ledger
