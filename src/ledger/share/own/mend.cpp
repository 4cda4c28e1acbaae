#include "ledger/share/own/mend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "git/program/identity.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/histories.hpp"
#include "git/reference/reference_update.hpp"
#include "git/reference/writer_lock.hpp"
#include "ledger/audit/memory.hpp"
#include "ledger/audit/proof/checkpoint_proof.hpp"
#include "ledger/read/first_contents.hpp"
#include "ledger/read/read_range.hpp"
#include "ledger/rule/format_right.hpp"
#include "ledger/rule/structure.hpp"
#include "ledger/share/own/rewrite.hpp"
#include "ledger/share/received.hpp"
#include "ledger/write/checked_out.hpp"

namespace crmtrack::ledger {
namespace {

using util::Error;
using util::ErrorKind;

/// The content that a path has in a ledger, or had there.
class TheirContents {
 public:
  TheirContents(const git::ObjectStore& objects, const git::ObjectId& head)
      : objects_(objects), tree_(objects.read_commit(head).tree) {}

  /// Reads the files that its commits added, and perhaps removed again.
  void read(const git::Repository& repository, const git::ObjectId& ours, const git::ObjectId& theirs) {
    AuditedHistory history = walk_history(repository, ours, theirs, {});
    read_history(repository, history, {});
    for (const RangePart& part : history.parts) {
      for (const std::vector<Added>* const added : {&part.added, &part.ledger_files})
        for (const Added& file : *added) added_.emplace(std::string(file.path), file.blob);
    }
  }
  [[nodiscard]] bool differs(std::string_view path, const git::ObjectId& blob) const {
    const auto found = objects_.find_path(tree_, path);
    if (found && !found->first.is_tree()) return found->first.id() != blob;
    const auto added = added_.find(path);
    return added != added_.end() && added->second != blob;
  }

 private:
  const git::ObjectStore& objects_;
  git::ObjectId tree_;
  std::map<std::string, git::ObjectId, std::less<>> added_;
};

/// The files of own commits at paths that theirs has with other bytes. Theirs stand, except where the common history
/// has our bytes first.
std::vector<PushFault> find_clashes(const git::Repository& repository, const AuditedHistory& own,
                                    const git::ObjectId& theirs) {
  TheirContents contents(repository.objects, theirs);
  if (!is_ancestor(repository.objects, theirs, own.newer)) contents.read(repository, own.newer, theirs);
  std::vector<std::pair<const Added*, std::string>> differing;
  std::set<std::string> paths;
  for (const RangePart& part : own.parts) {
    for (const std::vector<Added>* const added : {&part.added, &part.ledger_files}) {
      for (const Added& file : *added) {
        if (!contents.differs(file.path, file.blob)) continue;
        differing.emplace_back(&file, own.walk.commits[file.commit].id.hex());
        paths.emplace(file.path);
      }
    }
  }
  if (paths.empty()) return {};
  const FirstContents first(repository, {own.newer, theirs}, paths);
  std::vector<PushFault> clashes;
  for (const auto& [file, commit] : differing) {
    if (first.find(std::string(file->path)) == file->blob) continue;
    clashes.push_back({.commit = commit,
                       .path = std::string(file->path),
                       .message = "has another content there, which stands",
                       .cause = PushFault::Cause::record});
  }
  return clashes;
}

std::string kept_name(const git::ObjectId& head) {
  return fmt::format("refs/crmtrack/mended/{}", head.hex().substr(0, 12));
}

/// First, since the command may be killed: an audit of this clone takes what was replaced so for no rewritten history.
void remember_mended(const git::Repository& repository, const OwnRewrite& rewrite, const std::string& head) {
  AuditMemory memory = load_memory(repository.location);
  for (const git::ObjectId& commit : rewrite.replaced()) memory.replaced.insert(commit.hex());
  const git::ObjectId tree = repository.objects.read_commit(git::get_object_id(head)).tree;
  for (const RangePart& part : rewrite.history().parts) {
    for (const Added& file : part.added)
      if (!repository.objects.holds(tree, file.path, file.blob)) memory.left_out.emplace(file.path);
  }
  save_memory(repository, memory);
}

}  // namespace

bool land_mended(const git::Repository& repository, const OwnRewrite& rewrite, OwnMended& mended, util::Timestamp now) {
  const git::ObjectId before = git::get_object_id(mended.before), head = git::get_object_id(mended.head);
  mended.kept_as = kept_name(before);
  mended.of_others = rewrite.left_out().size();
  mended.checkpoints = find_checkpoints_at(repository, rewrite.replaced());
  remember_mended(repository, rewrite, mended.head);
  const auto lock = git::lock_writers(repository.location, repository.access);
  refuse_checked_out_ledger(repository.location);
  const git::Signature who = git::identify(repository.environment, repository.settings, git::Role::committer, now);
  if (!git::find_branch(repository, mended.kept_as) &&
      !git::move_branch(repository, {mended.kept_as, std::nullopt, before, who, "crmtrack: before a mend"}, nullptr))
    return false;
  const git::BranchMove move{git::kLedgerRef, before, head, who, "crmtrack: mend the own ledger"};
  if (!git::move_branch(repository, move, &rewrite.sink())) return false;
  git::sync_branch(repository.location, git::kLedgerRef);
  forget_received(repository.location);
  return true;
}

std::optional<OwnMended> mend_own_ledger(const git::Repository& repository, const std::optional<git::ObjectId>& theirs,
                                         util::Timestamp now, const git::Progress& progress) {
  constexpr int kAttempts = 20;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const auto ours = git::find_branch(repository, git::kLedgerRef);
    if (!ours || (theirs && is_ancestor(repository.objects, *ours, *theirs))) return std::nullopt;
    AuditedHistory history = walk_history(repository, theirs, *ours, progress);
    read_history(repository, history, progress);
    RefusedRecords refused;
    if (theirs) refused.add(find_clashes(repository, history, *theirs));
    OwnRewrite rewrite(repository, theirs, std::move(history), now, refused);
    const std::size_t commits = std::max(rewrite.judge(), rewrite.find_refused());
    if (commits == 0) return std::nullopt;
    refuse_checked_out_ledger(repository.location);
    OwnMended mended{.before = ours->hex(),
                     .head = rewrite.write().hex(),
                     .kept_as = {},
                     .commits = commits,
                     .left_out = refused.faults()};
    if (land_mended(repository, rewrite, mended, now)) return mended;
  }
  throw Error(ErrorKind::busy, "cannot write to the ledger: others keep writing", {"try again"});
}

std::vector<Range::Fault> find_own_faults(const Ledger& ledger, const std::string& theirs,
                                          const git::Progress& progress) {
  const auto ours = git::find_branch(ledger.repository(), git::kLedgerRef);
  const auto other = theirs.empty() ? std::nullopt : std::optional(git::get_object_id(theirs));
  if (!ours || (other && git::is_ancestor(ledger.repository().objects, *ours, *other))) return {};
  const auto base = other ? git::compare_histories(ledger.repository().objects, other, *ours).base : std::nullopt;
  const Range own = read_range(ledger.repository(), theirs, ours->hex(), progress);
  StructureVerdict verdict = judge_structure(ledger.repository(), base, *ours, own);
  const bool may_raise = judge_formats(ledger.repository(), *ours, own, verdict.faults);
  if (verdict.is_sound && may_raise) return {};
  return std::move(verdict.faults);
}

std::optional<OwnMended> mend_own(Ledger& ledger, const std::string& theirs, util::Timestamp now,
                                  const git::Progress& progress) {
  const auto other = theirs.empty() ? std::nullopt : std::optional(git::get_object_id(theirs));
  return beside_repacks([&] { return mend_own_ledger(ledger.repository(), other, now, progress); });
}

}  // namespace crmtrack::ledger
