#include "ledger/own_mend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ledger/audit_history.hpp"
#include "ledger/audit_structure.hpp"
#include "ledger/format_right.hpp"
#include "ledger/git_rules.hpp"
#include "ledger/histories.hpp"
#include "ledger/identity.hpp"
#include "ledger/loose_sink.hpp"
#include "ledger/merge_commit.hpp"
#include "ledger/received.hpp"
#include "ledger/reference_update.hpp"
#include "ledger/refused_records.hpp"
#include "ledger/signing.hpp"
#include "ledger/structure.hpp"
#include "ledger/tree_edit.hpp"
#include "ledger/tree_sieve.hpp"
#include "ledger/tree_union.hpp"
#include "ledger/writer_lock.hpp"

namespace crmtrack::ledger {
namespace {

using util::Error;
using util::ErrorKind;

/// Writes the commits at fault, and those after them, anew.
class OwnRewrite {
 public:
  /// `refused`: records that stay out, with their attachments.
  OwnRewrite(const Repository& repository, AuditedHistory history, util::Timestamp now, RefusedRecords refused = {})
      : repository_(repository),
        objects_(repository.objects),
        history_(std::move(history)),
        now_(now),
        refused_(std::move(refused)),
        sink_(repository.location.common_dir / "objects", repository.access) {}

  /// How many commits are at fault.
  std::size_t judge() {
    std::vector<Finding> findings;
    audit_structure(repository_, history_, findings);
    for (const Finding& finding : findings) at_fault_.insert(get_object_id(finding.commit));
    const FormatRight right(repository_);
    for (const RangePart& part : history_.parts) {
      for (const Added& file : part.added) {
        if (is_oversized(objects_, file.path, file.blob)) at_fault_.insert(commit_of(file).id);
      }
      for (const Added& file : part.ledger_files) {
        if (right.refusal(file.blob, history_.author_of(file.commit), commit_of(file).time))
          at_fault_.insert(commit_of(file).id);
      }
    }
    return at_fault_.size();
  }

  /// How many commits have something that stays out.
  std::size_t find_refused() {
    for (const RangePart& part : history_.parts) {
      for (const Added& file : part.added)
        if (refused_.has(file.path)) losing_.insert(commit_of(file).id);
    }
    return losing_.size();
  }

  /// The new head.
  ObjectId write() {
    collect_additions();
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) write_anew(i);
    const auto head = renewed(history_.newer);
    if (!head) throw Error(ErrorKind::refused, "cannot mend the own ledger: nothing in it is sound");
    return *head;
  }
  /// What it wrote into; it must outlive the move of the branch.
  [[nodiscard]] const RepositorySink& sink() const { return sink_; }

 private:
  [[nodiscard]] const Range::Commit& commit_of(const Added& file) const { return history_.walk.commits[file.commit]; }

  void collect_additions() {
    for (const RangePart& part : history_.parts) {
      for (const std::vector<Added>* const added : {&part.added, &part.ledger_files}) {
        for (const Added& file : *added) {
          if (!refused_.has(file.path) && is_sound_file(objects_, std::string(file.path), kFileMode, file.blob))
            additions_[file.commit].push_back({file.path, renew(file)});
        }
      }
      for (const Added& file : part.ledger_files) first_ = std::min(first_.value_or(file.commit), file.commit);
    }
  }

  ObjectId renew(const Added& file) {
    const auto text = refused_.renew(objects_, file.path, file.blob);
    return text ? sink_.write(ObjectKind::blob, *text) : file.blob;
  }

  /// nullopt where nothing is left of it.
  [[nodiscard]] std::optional<ObjectId> renewed(const ObjectId& commit) const {
    const auto found = renewed_.find(commit);
    return found == renewed_.end() ? std::optional(commit) : found->second;
  }

  void write_anew(std::size_t number) {
    const ObjectId id = history_.walk.commits[number].id;
    std::vector<ObjectId> parents;
    bool same = at_fault_.count(id) == 0 && losing_.count(id) == 0;
    for (const ObjectId& parent : history_.walk.parents_of(number)) {
      const auto now = renewed(parent);
      same = same && now == parent;
      if (now && std::find(parents.begin(), parents.end(), *now) == parents.end()) parents.push_back(*now);
    }
    if (same) return;
    if (parents.empty()) begin_on_ledger(number, parents);
    drop_older(parents);
    CommitObject commit = objects_.read_commit(id);
    const std::optional<ObjectId> before = unite_parents(parents);
    const auto tree = write_tree(before, number, commit.tree);
    sink_.finish();  // also where nothing names it: what waits to be written counts as lost
    if (!tree || (tree == before && parents.size() == 1)) {
      renewed_[id] = tree ? std::optional(parents.front()) : std::nullopt;
      return;
    }
    commit.tree = *tree;
    const bool is_ours = history_.by_nobody.count(id) != 0 && tree == before && parents.size() == 2;
    commit = is_ours ? compose_merge(objects_, parents.front(), parents.back(), commit.tree, false)
                     : compose(std::move(commit), parents);
    renewed_[id] = sink_.write(ObjectKind::commit, render_commit(commit));
    sink_.finish();  // the next one reads it
  }

  /// What begins a history of its own is put on the ledger that it was joined to.
  void begin_on_ledger(std::size_t number, std::vector<ObjectId>& parents) const {
    if (history_.older) {
      parents.push_back(*history_.older);
    } else if (first_ && *first_ != number) {
      if (const auto first = renewed(history_.walk.commits[*first_].id)) parents.push_back(*first);
    }
  }

  /// A merge of what is left of a side with what that stands on merges nothing.
  void drop_older(std::vector<ObjectId>& parents) const {
    if (parents.size() < 2) return;
    const std::vector<ObjectId> all = parents;
    std::erase_if(parents, [&](const ObjectId& one) {
      return std::ranges::any_of(
          all, [&](const ObjectId& other) { return other != one && is_ancestor(objects_, one, other); });
    });
  }

  /// The tree of all that the parents soundly have; nullopt where that is nothing.
  std::optional<ObjectId> unite_parents(const std::vector<ObjectId>& parents) {
    OverlaySink overlay(sink_, objects_.trees());
    std::optional<ObjectId> tree;
    for (const ObjectId& parent : parents) {
      const auto sound = sift_tree(objects_, overlay, objects_.read_commit(parent).tree);
      if (sound && tree) {
        tree = unite_trees(overlay.trees(), overlay, *tree, *sound, [](const std::string&) {});
      } else if (sound) {
        tree = sound;
      }
    }
    sink_.finish();
    return tree;
  }

  /// What the parents have, what the commit adds, and what else of its tree is sound where nothing stood before.
  std::optional<ObjectId> write_tree(const std::optional<ObjectId>& before, std::size_t number, const ObjectId& whole) {
    OverlaySink overlay(sink_, objects_.trees());
    std::vector<PathBlob> files = missing_files(before, number);
    std::optional<ObjectId> tree = before;
    if (!files.empty()) tree = put_paths(overlay.trees(), overlay, before, files, Existing::refuse);
    const bool is_at_fault = at_fault_.count(history_.walk.commits[number].id) != 0;
    const auto sound = is_at_fault ? sift_tree(objects_, overlay, whole) : std::nullopt;
    if (!sound || !tree) return sound ? sound : tree;
    return unite_trees(overlay.trees(), overlay, *tree, *sound, [](const std::string&) {});
  }

  std::vector<PathBlob> missing_files(const std::optional<ObjectId>& before, std::size_t number) {
    std::vector<PathBlob> missing;
    std::set<std::string_view> paths;
    for (const PathBlob& file : additions_[number]) {
      const bool is_there = before && objects_.find_path(*before, file.path);
      if (!is_there && paths.insert(file.path).second) missing.push_back(file);
    }
    return missing;
  }

  /// The commit by its author and of its time; where these cannot be written, the user's and now.
  CommitObject compose(CommitObject commit, const std::vector<ObjectId>& parents) const {
    const Signature author = identify(repository_.environment, repository_.settings, Role::author, now_);
    commit.parents = parents;
    commit.signature.clear();
    std::replace(commit.message.begin(), commit.message.end(), '\0', ' ');
    if (!commit.fault.empty() || find_commit_fault(render_commit(commit))) {
      commit.author = author;
      commit.committer = identify(repository_.environment, repository_.settings, Role::committer, now_);
    }
    if (signs_commits(repository_.settings) && commit.author.email == author.email)
      sign_commit(repository_.settings, repository_.environment, commit);
    return commit;
  }

  const Repository& repository_;
  const ObjectStore& objects_;
  AuditedHistory history_;
  util::Timestamp now_;
  RefusedRecords refused_;
  LooseSink sink_;
  std::unordered_set<ObjectId> at_fault_;
  std::unordered_set<ObjectId> losing_;                               ///< commits with something that stays out
  std::unordered_map<std::size_t, std::vector<PathBlob>> additions_;  ///< by the commit's number
  std::optional<std::uint32_t> first_;                                ///< the first of those that add to `ledgers/`
  std::unordered_map<ObjectId, std::optional<ObjectId>> renewed_;
};

std::string kept_name(const ObjectId& head) { return fmt::format("refs/crmtrack/mended/{}", head.hex().substr(0, 12)); }

/// Keeps the old head under a name, and moves the branch; false where somebody else moved it, or a repack took what
/// `sink` wrote.
bool land(const Repository& repository, const ObjectId& before, const ObjectId& head, const RepositorySink& sink,
          const std::string& kept_as, util::Timestamp now) {
  const auto lock = lock_writers(repository.location, repository.access);
  refuse_checked_out_ledger(repository.location);
  const Signature who = identify(repository.environment, repository.settings, Role::committer, now);
  if (!find_branch(repository, kept_as) &&
      !move_branch(repository, {kept_as, std::nullopt, before, who, "crmtrack: before a mend"}, nullptr))
    return false;
  if (!move_branch(repository, {kLedgerRef, before, head, who, "crmtrack: mend the own ledger"}, &sink)) return false;
  sync_branch(repository.location, kLedgerRef);
  forget_received(repository.location);
  return true;
}

}  // namespace

std::optional<OwnMended> mend_own_ledger(const Repository& repository, const std::optional<ObjectId>& theirs,
                                         util::Timestamp now, const Progress& progress) {
  constexpr int kAttempts = 20;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const auto ours = find_branch(repository, kLedgerRef);
    if (!ours || (theirs && is_ancestor(repository.objects, *ours, *theirs))) return std::nullopt;
    AuditedHistory history = walk_history(repository, theirs, *ours, progress);
    read_history(repository, history, progress);
    OwnRewrite rewrite(repository, std::move(history), now);
    const std::size_t commits = rewrite.judge();
    if (commits == 0) return std::nullopt;
    refuse_checked_out_ledger(repository.location);
    const OwnMended mended{
        .before = ours->hex(), .head = rewrite.write().hex(), .kept_as = kept_name(*ours), .commits = commits};
    if (land(repository, *ours, get_object_id(mended.head), rewrite.sink(), mended.kept_as, now)) return mended;
  }
  throw Error(ErrorKind::busy, "cannot write to the ledger: others keep writing", {"try again"});
}

std::optional<OwnMended> leave_out_refused(const Repository& repository, const std::optional<ObjectId>& theirs,
                                           const PushJudge& judge, util::Timestamp now) {
  const auto ours = find_branch(repository, kLedgerRef);
  if (!ours) return std::nullopt;
  OwnMended mended{.before = ours->hex(), .head = ours->hex(), .kept_as = kept_name(*ours)};
  RefusedRecords refused;
  std::unique_ptr<OwnRewrite> rewrite;
  while (refused.add(judge(mended.head))) {
    AuditedHistory history = walk_history(repository, theirs, *ours, {});
    read_history(repository, history, {});
    refused.follow(repository.objects, history);
    rewrite = std::make_unique<OwnRewrite>(repository, std::move(history), now, refused);
    mended.commits = rewrite->find_refused();
    mended.head = rewrite->write().hex();
  }
  if (!rewrite) return std::nullopt;
  mended.left_out = refused.faults();
  if (!land(repository, *ours, get_object_id(mended.head), rewrite->sink(), mended.kept_as, now))
    throw Error(ErrorKind::busy, "cannot write to the ledger: others keep writing", {"try again"});
  return mended;
}

std::vector<Range::Fault> Ledger::find_own_faults(const std::string& theirs, const Progress& progress) const {
  const auto ours = find_branch(*impl_, kLedgerRef);
  const auto other = theirs.empty() ? std::nullopt : std::optional(get_object_id(theirs));
  if (!ours || (other && ledger::is_ancestor(impl_->objects, *ours, *other))) return {};
  const auto base = other ? compare_histories(impl_->objects, other, *ours).base : std::nullopt;
  const Range own = range(theirs, ours->hex(), progress);
  StructureVerdict verdict = judge_structure(*impl_, base, *ours, own);
  const bool may_raise = judge_formats(*impl_, *ours, own, verdict.faults);
  if (verdict.is_sound && may_raise) return {};
  return std::move(verdict.faults);
}

std::optional<OwnMended> Ledger::leave_out_refused(const std::string& theirs, const std::string& main,
                                                   const Pusher& pusher, util::Timestamp now) {
  const auto other = theirs.empty() ? std::nullopt : std::optional(get_object_id(theirs));
  const auto judge = [&](const std::string& head) { return foresee_push({kLedgerRef, theirs, head}, main, pusher); };
  return ledger::leave_out_refused(*impl_, other, judge, now);
}

std::optional<OwnMended> Ledger::mend_own(const std::string& theirs, util::Timestamp now, const Progress& progress) {
  const auto other = theirs.empty() ? std::nullopt : std::optional(get_object_id(theirs));
  return mend_own_ledger(*impl_, other, now, progress);
}

}  // namespace crmtrack::ledger
