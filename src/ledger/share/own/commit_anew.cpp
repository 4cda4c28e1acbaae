#include "ledger/share/own/commit_anew.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>

#include "git/object/overlay_sink.hpp"
#include "git/object/pack_sink.hpp"
#include "git/object/tree_edit.hpp"
#include "git/program/identity.hpp"
#include "git/program/signing.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/histories.hpp"
#include "git/reference/reference_update.hpp"
#include "git/reference/writer_lock.hpp"
#include "ledger/audit/content/signatures.hpp"
#include "ledger/audit/content/structure.hpp"
#include "ledger/audit/history.hpp"
#include "ledger/audit/memory.hpp"
#include "ledger/audit/proof/checkpoint_proof.hpp"
#include "ledger/rule/grace.hpp"
#include "ledger/rule/path_kind.hpp"
#include "ledger/rule/signature_check.hpp"
#include "ledger/share/own/part.hpp"
#include "ledger/share/push/check.hpp"
#include "ledger/share/push/dates.hpp"
#include "ledger/share/received.hpp"
#include "ledger/write/checked_out.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

/// The message of a commit with another policy in its trailer.
std::string with_policy(const std::string& message, const std::string& policy) {
  constexpr std::string_view kTrailer = "Policy: ";
  std::vector<std::string> lines = util::split(message, '\n');
  for (std::string& line : lines)
    if (line.starts_with(kTrailer) && !policy.empty()) line = fmt::format("{}{}", kTrailer, policy);
  return util::join(lines, "\n");
}

/// The commits that one's own ledger has and the upstream's has not, made once more on top of the upstream's head.
class AnewWriter {
 public:
  AnewWriter(const Ledger& ledger, const git::Repository& repository, const git::ObjectId& theirs,
             const git::ObjectId& ours, util::Timestamp now)
      : ledger_(ledger),
        repository_(repository),
        theirs_(theirs),
        ours_(ours),
        their_tree_(repository.objects.read_commit(theirs).tree),
        author_(git::identify(repository.environment, repository.settings, git::Role::author, now)),
        committer_(git::identify(repository.environment, repository.settings, git::Role::committer, now)),
        now_(now.utc),
        sink_(repository.location.common_dir / "objects", repository.access),
        overlay_(sink_, repository.objects.trees()) {}

  /// Commits anew the records that the server would not take by its receipts.
  CommittedAnew run(const Receipt& newest) {
    read();
    return replace(find_unwanted(newest));
  }

  /// Commits anew the records that the server has refused.
  CommittedAnew run(const std::vector<PushFault>& refused) {
    read();
    return replace(find_refused(refused));
  }

  /// Commits anew the refused records of a part, without moving the branch.
  CommittedAnew write_part(const std::vector<PushFault>& refused) {
    read();
    CommittedAnew done;
    const auto head = write(find_refused(refused), done);
    if (head) done.head = head->hex();
    if (head) done.records = records_;
    return done;
  }

 private:
  std::vector<std::size_t> find_refused(const std::vector<PushFault>& refused) {
    std::vector<std::size_t> unwanted;
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) {
      const std::string id = history_.walk.commits[i].id.hex();
      const auto is_it = [&](const PushFault& fault) { return fault.commit == id; };
      const auto fault = std::ranges::find_if(refused, is_it);
      if (fault == refused.end()) continue;
      unwanted.push_back(i);
      needs_signature_ = needs_signature_ || fault->cause == PushFault::Cause::signature;
    }
    return unwanted;
  }

  void read() {
    history_ = walk_history(repository_, theirs_, ours_, {});
    read_history(repository_, history_, {});
    audit_structure(repository_, history_, told_);  // what is needed here is which merges are ours
    std::erase_if(told_, [](const Finding& finding) { return finding.kind == FindingKind::added_twice; });
    std::vector<Finding> wrong;
    signatures_ = load_signature_policy(repository_, wrong).signatures;
    for (const RangePart& part : history_.parts) {
      for (const auto* const added : {&part.added, &part.ledger_files})
        for (const Added& file : *added) files_[file.commit].push_back({file.path, file.blob});
    }
  }

  CommittedAnew replace(const std::vector<std::size_t>& unwanted) {
    CommittedAnew done;
    const auto head = write(unwanted, done);
    if (!head || !move_ledger(*head)) return done;
    done.records = records_;
    done.has_moved = true;
    done.checkpoints = find_checkpoints_at(repository_, commits());
    return done;
  }

  /// nullopt where nothing was to be made anew, or cannot be.
  std::optional<git::ObjectId> write(const std::vector<std::size_t>& unwanted, CommittedAnew& done) {
    if (unwanted.empty()) return std::nullopt;
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) {
      if (is_merge(i) || is_own(i)) continue;
      if (theirs_has(i))
        ++done.dropped;
      else
        done.of_others.push_back(history_.walk.commits[i].id.hex());
    }
    if (!done.of_others.empty() || !told_.empty()) return std::nullopt;
    const auto head = write_all();
    if (head) done.unfit_key = find_unfit_key(*head);
    done.is_unlike = !head;
    return done.unfit_key.empty() ? head : std::nullopt;
  }

  /// Whether the upstream has all that a commit added, to the byte.
  [[nodiscard]] bool theirs_has(std::size_t commit) const {
    const auto added = files_.find(commit);
    return added == files_.end() || std::ranges::all_of(added->second, [&](const git::PathBlob& file) {
             return repository_.objects.holds(their_tree_, file.path, file.blob);
           });
  }

  /// Why a signature of now would be refused where one is needed; empty where it would be taken.
  [[nodiscard]] std::string find_unfit_key(const git::ObjectId& head) const {
    const bool needs_one = needs_signature_ || signatures_.are_required_at(now_);
    if (!needs_one || records_ == 0) return {};
    if (!git::signs_commits(repository_.settings)) return "this clone does not sign its commits";
    const SignedCommit commit{head, author_.email, now_, now_};
    const auto verdict = SignatureCheck(repository_, signatures_).verify({commit}, {}).front();
    if (verdict.state == SignatureVerdict::State::good) return {};
    const std::string key = verdict.key.empty() ? "" : fmt::format(" {}", util::visible_line(verdict.key));
    return fmt::format("the key{} in use is none that policy/signatures.yaml allows {} today", key,
                       util::visible_line(author_.email));
  }

  [[nodiscard]] std::vector<git::ObjectId> commits() const {
    std::vector<git::ObjectId> ids;
    for (const Range::Commit& commit : history_.walk.commits) ids.push_back(commit.id);
    return ids;
  }

  [[nodiscard]] bool is_merge(std::size_t commit) const {
    return history_.by_nobody.count(history_.walk.commits[commit].id) != 0;
  }

  [[nodiscard]] bool is_own(std::size_t commit) const {
    return util::to_lower_ascii(history_.author_of(commit)) == util::to_lower_ascii(author_.email);
  }

  /// The commits that a server refuses: dated too early or in the future, or signed by a key that has ended since.
  std::vector<std::size_t> find_unwanted(const Receipt& newest) {
    const Arrivals late = find_late_commits(history_, newest.time);
    const std::chrono::seconds grace = grace_of(repository_, ledger_.main_head());
    std::vector<std::size_t> unwanted;
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) {
      const Range::Commit& commit = history_.walk.commits[i];
      if (is_merge(i)) continue;
      const std::string& author = history_.author_of(i);
      const bool has_ended_key = late.count(commit.id) != 0 && history_.are_signed.count(commit.id) != 0 &&
                                 signatures_.of(author).size() != signatures_.of(author, newest.time).size();
      needs_signature_ = needs_signature_ || has_ended_key;
      if (is_dated_too_early(commit.time, newest, grace) || is_dated_in_future(commit.time, now_) || has_ended_key)
        unwanted.push_back(i);
    }
    return unwanted;
  }

  /// The new head; nullopt where it would not hold to the byte what the present one holds.
  std::optional<git::ObjectId> write_all() {
    const std::string policy = ledger_.main_head();
    git::ObjectId head = theirs_;
    git::ObjectId tree = their_tree_;
    for (auto& [number, added] : files_) {
      std::erase_if(added, [&](const git::PathBlob& file) { return is_there(file.path); });
      if (added.empty()) continue;
      for (const git::PathBlob& file : added) written_.emplace(file.path);
      tree = git::put_paths(overlay_.trees(), overlay_, tree, added, git::Existing::refuse);
      head = write_commit(number, head, tree, policy);
      records_ += static_cast<std::size_t>(std::count_if(
          added.begin(), added.end(), [](const git::PathBlob& file) { return is_record_path(file.path); }));
    }
    if (tree != history_.tree) return std::nullopt;
    sink_.finish();
    return head;
  }

  [[nodiscard]] bool is_there(std::string_view path) const {
    return written_.count(std::string(path)) != 0 || repository_.objects.find_path(their_tree_, path).has_value();
  }

  git::ObjectId write_commit(std::size_t number, const git::ObjectId& parent, const git::ObjectId& tree,
                             const std::string& policy) {
    const git::CommitObject old = repository_.objects.read_commit(history_.walk.commits[number].id);
    git::CommitObject commit;
    commit.tree = tree;
    commit.parents = {parent};
    commit.author = {old.author.name, old.author.email, author_.time, author_.offset};
    commit.committer = committer_;
    commit.message = with_policy(old.message, policy);
    if (git::signs_commits(repository_.settings))
      git::sign_commit(repository_.settings, repository_.environment, commit);
    return sink_.write(git::ObjectKind::commit, git::render_commit(commit));
  }

  bool move_ledger(const git::ObjectId& head) {
    remember();
    const auto lock = git::lock_writers(repository_.location, repository_.access);
    refuse_checked_out_ledger(repository_.location);
    if (!git::move_branch(repository_, {git::kLedgerRef, ours_, head, committer_, "crmtrack: committed anew"}, &sink_))
      return false;
    git::sync_branch(repository_.location, git::kLedgerRef);
    forget_received(repository_.location);
    return true;
  }

  /// An audit of this clone takes what was replaced so for no rewritten history: first, since it may be killed.
  void remember() const {
    AuditMemory memory = load_memory(repository_.location);
    for (const git::ObjectId& commit : commits()) memory.replaced.insert(commit.hex());
    save_memory(repository_, memory);
  }

  const Ledger& ledger_;
  const git::Repository& repository_;
  git::ObjectId theirs_, ours_, their_tree_;
  git::Signature author_, committer_;
  util::Instant now_;
  git::PackSink sink_;  ///< its `.keep` holds what the branch names only once the lock was had
  git::OverlaySink overlay_;
  AuditedHistory history_;
  std::map<std::size_t, std::vector<git::PathBlob>> files_;  ///< by the commit that added them
  std::vector<Finding> told_;
  policy::Signatures signatures_;
  bool needs_signature_ = false;  ///< the commits are refused for their signatures
  std::set<std::string> written_;
  std::size_t records_ = 0;
};

}  // namespace

CommittedAnew commit_anew(Ledger& ledger, const std::string& theirs, util::Timestamp now) {
  const auto newest = ReceiptReader(ledger.repository()).next();
  const auto ours = git::find_branch(ledger.repository(), git::kLedgerRef);
  const auto upstream = git::parse_object_id(theirs);
  if (!newest || !ours || !upstream || !git::is_ancestor(ledger.repository().objects, *upstream, *ours)) return {};
  if (is_of_future(*newest, now.utc)) return {.clock_behind = newest->time - now.utc};
  return AnewWriter(ledger, ledger.repository(), *upstream, *ours, now).run(*newest);
}

CommittedAnew commit_anew(Ledger& ledger, const std::string& theirs, const std::vector<PushFault>& refused,
                          util::Timestamp now) {
  const auto ours = git::find_branch(ledger.repository(), git::kLedgerRef);
  const auto upstream = git::parse_object_id(theirs);
  if (!ours || !upstream || !git::is_ancestor(ledger.repository().objects, *upstream, *ours)) return {};
  return AnewWriter(ledger, ledger.repository(), *upstream, *ours, now).run(refused);
}

CommittedAnew commit_part_anew(const Ledger& ledger, const std::string& theirs, const OwnPart& part,
                               util::Timestamp now) {
  return AnewWriter(ledger, ledger.repository(), git::get_object_id(theirs), git::get_object_id(part.head), now)
      .write_part(part.faults);
}

}  // namespace crmtrack::ledger
