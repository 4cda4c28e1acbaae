#include "ledger/share/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

#include "git/object/tree_union.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/histories.hpp"
#include "git/reference/reference_update.hpp"
#include "git/reference/writer_lock.hpp"
#include "ledger/heads.hpp"
#include "ledger/read/commit_content.hpp"
#include "ledger/read/read_range.hpp"
#include "ledger/rule/format_right.hpp"
#include "ledger/rule/path_kind.hpp"
#include "ledger/rule/structure.hpp"
#include "ledger/share/mend.hpp"
#include "ledger/share/merge_commit.hpp"
#include "ledger/write/checked_out.hpp"
#include "util/file_lock.hpp"

namespace crmtrack::ledger {
namespace {

using util::Error;
using util::ErrorKind;
using State = Merged::State;

void count_new(const Range& range, Merged& merged) {
  std::set<std::string_view> complaints;
  std::set<std::string> authors;
  for (const Added& file : range.added) {
    if (!is_record_path(file.path)) continue;
    ++merged.records;
    authors.insert(range.author_of(file));
    if (file.path.starts_with("complaints/")) complaints.insert(file.path.substr(0, file.path.rfind('/')));
  }
  merged.complaints = complaints.size();
  merged.authors.assign(authors.begin(), authors.end());
}

/// One attempt at bringing `theirs` into the branch.
class Merger {
 public:
  Merger(const git::Repository& repository, const git::ObjectId& theirs, const MergeOptions& options,
         util::Timestamp now)
      : repository_(repository), theirs_(theirs), options_(options), now_(now) {}

  Merged merge(const git::Progress& progress) {
    constexpr int kAttempts = 20;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
      Merged merged;
      if (try_to_merge(progress, merged)) return merged;
    }
    Merged busy;
    busy.state = State::busy;
    return busy;
  }

 private:
  /// False where another writer moved the branch meanwhile, or a repack took what was written for it.
  bool try_to_merge(const git::Progress& progress, Merged& merged) {
    ours_ = git::find_branch(repository_, git::kLedgerRef);
    merged.before = merged.head = ours_ ? ours_->hex() : std::string();
    const git::Histories histories = git::compare_histories(repository_.objects, ours_, theirs_);
    if (histories.only_newer.empty()) return true;
    refuse_checked_out_ledger(repository_.location);
    base_ = histories.base;
    if (!base_ && !is_ledger_history(repository_.objects, theirs_)) refuse_no_ledger();
    forwards_ = !ours_ || histories.older_is_ancestor;
    if (ours_ && !base_ && !options_.join) return end(merged, State::unrelated);
    const Range range = read_range(repository_, merged.before, theirs_.hex(), progress);
    const bool sound = judge(range, merged);
    if (!sound && !options_.mend) return end(merged, State::refused);
    refuse_newer_format(repository_, theirs_);
    count_new(range, merged);
    return land(range, sound, merged);
  }

  /// Somebody put another branch in the ledger's place there: each clone still has what it was.
  [[noreturn]] void refuse_no_ledger() const {
    throw util::Error(
        util::ErrorKind::repository,
        fmt::format("cannot merge {}, which the other side has as its ledger: it is none", theirs_.hex().substr(0, 10)),
        {"somebody who has the ledger in a clone, and may push by force, puts it back: git push --force REMOTE "
         "refs/heads/ledger:refs/heads/ledger",
         "records that others had sent since come back with their next crmtrack sync"});
  }

  static bool end(Merged& merged, State state) {
    merged.state = state;
    return true;
  }

  /// Whether what came is sound as it stands: no commit of it does what none may, or what it did has been mended since.
  bool judge(const Range& range, Merged& merged) const {
    StructureVerdict verdict = judge_structure(repository_, base_, theirs_, range);
    merged.faults = std::move(verdict.faults);
    return judge_formats(repository_, theirs_, range, merged.faults) && verdict.is_sound;
  }

  bool land(const Range& range, bool sound, Merged& merged) {
    const bool forwards = sound && forwards_;
    std::optional<util::FileLock> lock;
    if (forwards) {
      lock = take_lock();
      if (!lock) return end(merged, State::busy);
      return move(theirs_, State::forwarded, nullptr, std::move(lock), merged);
    }
    const std::unique_ptr<git::RepositorySink> sink = make_sink(range);
    const auto commit = write_merge(range, sound, *sink, merged);
    if (!commit) return end(merged, State::refused);
    sink->finish();
    if (options_.mend && !is_taken_by_others(*commit, merged)) return end(merged, State::refused);
    lock = take_lock();
    if (!lock) return end(merged, State::busy);
    const bool moved = move(*commit, State::merged, sink.get(), std::move(lock), merged);
    packed_ = packed_ || !sink->is_intact();
    if (moved && !sink->is_intact()) write_again(range, sound);
    return moved;
  }

  /// A repack took what the branch names at the very moment when it began to: the same once more, where it stays.
  void write_again(const Range& range, bool sound) {
    const std::unique_ptr<git::RepositorySink> sink = make_sink(range);
    Merged same;
    write_merge(range, sound, *sink, same);
    sink->finish();
  }

  /// Whether a clone that has what both sides have in common would take it: else everybody would be locked out.
  bool is_taken_by_others(const git::ObjectId& commit, Merged& merged) const {
    const Range range = read_range(repository_, base_ ? base_->hex() : std::string(), commit.hex(), {});
    StructureVerdict verdict = judge_structure(repository_, base_, commit, range);
    if (!verdict.is_sound) merged.faults = std::move(verdict.faults);
    return verdict.is_sound;
  }

  /// nullopt where a path has two contents, and the history does not tell which came first: no clone would take either
  /// in the other's place.
  std::optional<git::ObjectId> write_merge(const Range& range, bool sound, git::ObjectSink& sink, Merged& merged) {
    const git::ObjectId tree = sound ? unite(sink, merged) : keep(range, sink);
    if (clashes_) return std::nullopt;
    const git::ObjectId ours = ours_.value_or(theirs_);
    git::CommitObject commit = compose_merge(repository_.objects, ours, theirs_, tree, !sound || settles_);
    if (!ours_) commit.parents = {theirs_};
    return sink.write(git::ObjectKind::commit, git::render_commit(commit));
  }

  git::ObjectId unite(git::ObjectSink& sink, Merged& merged) {
    git::OverlaySink overlay(sink, repository_.objects.trees());
    const UnitedTree united =
        unite_by_history(repository_, overlay, root_of(*ours_), root_of(theirs_), {*ours_, theirs_});
    for (const std::string& path : united.undecided)
      merged.faults.push_back({theirs_.hex(), path, "has another content here"});
    clashes_ = !united.undecided.empty();
    settles_ = !united.settled.empty();
    return united.tree;
  }

  git::ObjectId keep(const Range& range, git::ObjectSink& sink) {
    return write_mended_tree(repository_, sink, ours_, theirs_, range);
  }

  bool move(const git::ObjectId& target, State state, const git::RepositorySink* sink,
            std::optional<util::FileLock> lock, Merged& merged) {
    if (git::find_branch(repository_, git::kLedgerRef) != ours_) return false;
    refuse_checked_out_ledger(repository_.location);
    const git::Signature who{kMergeAuthor, kMergeAuthor, now_.utc, {}};
    const char* how = state == State::forwarded ? "crmtrack: fast-forward" : "crmtrack: merge";
    if (!git::move_branch(repository_, {git::kLedgerRef, ours_, target, who, how}, sink)) return false;
    lock.reset();
    git::sync_branch(repository_.location, git::kLedgerRef);
    merged.head = target.hex();
    return end(merged, state);
  }

  [[nodiscard]] std::optional<util::FileLock> take_lock() const {
    if (options_.wait) return git::lock_writers(repository_.location, repository_.access);
    git::make_own_dir(repository_.location, repository_.access);
    return util::FileLock::try_acquire(git::lock_path(repository_.location), util::FileLock::Mode::exclusive);
  }

  [[nodiscard]] std::unique_ptr<git::RepositorySink> make_sink(const Range& range) const {
    // A merge writes the folders that both changed: at most a few for each file that came. One with --mend is read
    // before the branch names it (is_taken_by_others), and a repack must not take it meanwhile.
    constexpr std::size_t kFew = 20;
    return make_small_sink(repository_, packed_ || options_.mend || range.added.size() > kFew);
  }

  [[nodiscard]] git::ObjectId root_of(const git::ObjectId& commit) const {
    return repository_.objects.read_commit(commit).tree;
  }

  const git::Repository& repository_;
  git::ObjectId theirs_;
  MergeOptions options_;
  util::Timestamp now_;
  std::optional<git::ObjectId> ours_, base_;
  bool forwards_ = false;  // theirs holds all of ours
  bool packed_ = false;    // a repack has taken loose objects of ours
  bool clashes_ = false;   // a path has two contents, and the history does not tell which came first
  bool settles_ = false;   // ... and it does
};

}  // namespace

void begin_branch(Ledger& ledger, util::Timestamp now) {
  if (git::find_branch(ledger.repository(), git::kLedgerRef)) return;
  const auto theirs = find_ledger_head(ledger.repository());
  if (!theirs) return;
  const Merged merged = merge(ledger, theirs->hex(), {}, now, {});
  if (merged.state != State::refused) return;
  throw Error(ErrorKind::refused,
              fmt::format("cannot write to the ledger: what was cloned is refused: {}", line_of(merged.faults.front())),
              {"to take what is sound of it: crmtrack sync --mend"});
}

Merged merge(Ledger& ledger, const std::string& theirs, const MergeOptions& options, util::Timestamp now,
             const git::Progress& progress) {
  return Merger(ledger.repository(), git::get_object_id(theirs), options, now).merge(progress);
}

}  // namespace crmtrack::ledger
