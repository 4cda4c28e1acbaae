#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "git/object/progress.hpp"
#include "git/object/signature.hpp"
#include "git/program/environment.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/location.hpp"
#include "ledger/main/change.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/range.hpp"
#include "ledger/read/read_range.hpp"
#include "ledger/rule/format.hpp"
#include "ledger/share/merge.hpp"
#include "ledger/write/addition.hpp"
#include "util/error.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {

struct AuditOptions;
struct AuditReport;
struct ProofObjects;
struct Finding;
struct DamageSearch;
struct Checkpoint;
struct PushedReference;
struct Pusher;
struct PushFault;
struct CommittedAnew;
struct OwnMended;
struct OwnPart;

enum class Landed { yes, story_moved };

/// Another repository that this one exchanges records with, by Git's configuration.
struct Remote {
  std::string name;
  std::string url;              ///< for messages: without a password
  std::string tracking_main;    ///< `refs/remotes/origin/main`; empty where its fetch refspecs do not bring it
  std::string tracking_ledger;  ///< `refs/remotes/origin/ledger`; empty where its fetch refspecs do not bring it
  bool gives_receipts = false;  ///< a fetch brings its receipts here
};

/// The settings that were made for a remote that the ledger is shared with.
struct SetUp {
  std::string remote = {};
  bool branches = false;  ///< main and ledger follow it, and a plain push sends both
  bool receipts = false;  ///< a fetch brings its receipts
};

/// Git as an append-only ledger, with the policy branch beside it (docs/architecture.md, The data repository). Loads
/// libgit2 when it first needs it. Throws util::Error: repository (7) where the repository is at fault, busy (75) for
/// locks.
class Ledger {
 public:
  /// Opens a data repository (one that has a `ledger` branch, local or tracking). Throws Error(repository) with the way
  /// out for: no ledger branch, a newer format, SHA-256 objects, foreign owner, shallow or partial clones.
  static Ledger open(const git::Location& location, git::Environment environment);
  /// Opens a data repository that may be damaged, to look at it or to mend it: its newest commit may have removed
  /// `ledgers/`.
  static Ledger open_damaged(const git::Location& location, git::Environment environment);
  /// Opens a data repository for a server's hook: before the first push it has no ledger.
  static Ledger open_receiving(const git::Location& location, git::Environment environment);
  /// Creates or completes a data repository: both branches, private modes, the `policy/` templates and README.md on
  /// main, and the ledger's first commit (`ledgers/<id>.yaml`, `format: 1`). Throws Error(refused) where it is one
  /// already.
  static Ledger init(const std::filesystem::path& directory, bool bare, git::Environment environment,
                     const std::map<std::string, std::string>& main_files, std::string_view ledger_id,
                     util::Timestamp now);
  ~Ledger();
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;

  [[nodiscard]] const git::Location& location() const;
  /// The Git repository, for code that asks Git alone.
  [[nodiscard]] const git::Repository& repository() const;
  /// The head of the ledger branch.
  [[nodiscard]] std::string head() const;
  /// The head of main. Where main was lost, the commit of it whose policy is in force; empty where there is none yet.
  [[nodiscard]] std::string main_head() const;
  /// Resolves any revision that Git takes (`HEAD~3`, a tag, an abbreviated id, `ledger@{yesterday}`) to a commit.
  /// `ledger` and `main` are the branches, even where a tag or file has that name. nullopt where it is none.
  [[nodiscard]] std::optional<std::string> find_revision(const std::string& revision) const;

  // Reading.
  [[nodiscard]] std::optional<std::string> find_file(const std::string& commit, const std::string& path,
                                                     std::size_t limit) const;
  /// The files under a folder at a commit, in path order; empty where there is no such folder.
  [[nodiscard]] std::vector<File> list(const std::string& commit, const std::string& folder) const;
  [[nodiscard]] std::string read_blob(const std::string& id, std::size_t limit) const;
  [[nodiscard]] std::string read_blob(const git::ObjectId& id, std::size_t limit) const;
  /// Everything that the commits of `newer` added which `older` (empty: an empty ledger) does not have. Of all commits
  /// that added a file, it names the one with the earliest committer time, then the smallest id. Skips equal subtrees.
  /// Numbers the commits' lineages where `lineage` is given. Throws Error(cancelled) where `progress` was interrupted.
  [[nodiscard]] Range range(const std::string& older, const std::string& newer, const git::Progress& progress,
                            const std::optional<LineageReader>& lineage = std::nullopt) const;
  [[nodiscard]] bool is_ancestor(const std::string& older, const std::string& newer) const;
  [[nodiscard]] Commit commit(const std::string& id) const;
  /// The state of a commit's signature: `good`, `bad`, `unknown_key` or `none`. Asks the user's own gpg or ssh-keygen
  /// through `git verify-commit`.
  [[nodiscard]] std::string signature_state(const std::string& commit) const;
  /// Collects the objects that an outsider needs to check the stories in `folders`, to which `commits` added records,
  /// without seeing other stories.
  [[nodiscard]] ProofObjects collect_proof_objects(const std::string& head, const std::vector<std::string>& folders,
                                                   const std::vector<std::string>& commits, bool with_history,
                                                   const git::Progress& progress) const;
  /// The policy files at a commit of main (`reasons.yaml` → text), as they stand there; load_policy_in_force gives
  /// those in force. Puts files that cannot be read into `unreadable`, where it is given, with the reason.
  [[nodiscard]] std::map<std::string, std::string> policy_files(
      const std::string& main_commit, std::map<std::string, std::string>* unreadable = nullptr) const;
  /// The object at the path `policy` in a commit of main; two commits with one object have one policy. Empty where
  /// there is none.
  [[nodiscard]] std::string policy_object(const std::string& main_commit) const;
  /// A setting of the user's Git configuration; nullopt where it is not set.
  [[nodiscard]] std::optional<std::string> setting(const std::string& key) const;
  /// The user's identity. Throws Error(refused) with `git config` hints where Git knows no name or address.
  [[nodiscard]] git::Signature author(util::Timestamp now) const;

  // Sharing.
  /// A remote by name; nullopt where no remote of that name has an address.
  [[nodiscard]] std::optional<Remote> find_remote(const std::string& name) const;
  /// The remote that the ledger is shared with: `crmtrack.remote`, else that of main's upstream, else `origin`, else
  /// the only one.
  [[nodiscard]] std::optional<Remote> find_upstream_remote() const;
  [[nodiscard]] std::vector<std::string> remotes() const;
  /// Sets the upstream up, once, if that is not yet done: as the upstream of main and ledger, with push refspecs, so
  /// that plain `git push` and `git pull` share both, and with a fetch refspec for the server's receipts. The user's
  /// own settings stay, and other remotes are never configured. Throws Error(repository) where the configuration cannot
  /// be written.
  SetUp set_up_upstream();
  /// Looks for faults in the ledger and its history (audit/finding.hpp). Never changes the ledger; remembers what it
  /// has looked at. Throws Error(cancelled) where `progress` was interrupted.
  [[nodiscard]] AuditReport audit(const AuditOptions& options, const git::Progress& progress) const;
  /// The faults for which a server refuses a push: everything that the rules forbid, and commits that claim another
  /// author than the pusher (share/push/check.hpp). The commits may still lie in Git's quarantine.
  [[nodiscard]] std::vector<PushFault> check_push(const std::vector<PushedReference>& references,
                                                  const Pusher& pusher) const;
  /// The faults for which a server whose `main` is at that commit would refuse a push of the ledger, as far as this
  /// clone knows. They explain a refusal to the user.
  [[nodiscard]] std::vector<PushFault> foresee_push(const PushedReference& reference, const std::string& main,
                                                    const Pusher& pusher) const;
  /// The changes that the commits of main which `theirs` has and `ours` has not made without the right, and for which
  /// nobody with the right answers: findings policy_not_allowed. Both are commits.
  [[nodiscard]] std::vector<Finding> find_main_faults(const std::string& ours, const std::string& theirs,
                                                      util::Instant now) const;
  /// The references that make plain Git show something else than this ledger: findings name_ambiguous and
  /// object_replaced.
  [[nodiscard]] std::vector<Finding> find_lookalikes() const;
  /// Compares the newest `most` folders and files of the ledger with their names (damage.hpp).
  [[nodiscard]] DamageSearch search_damage(std::size_t most) const;
  /// Appends a receipt with the present heads to the server's receipts, and who relayed (receipt.hpp; empty: nobody).
  /// Returns the receipt's commit. Throws Error(busy) or Error(repository) where it cannot be written.
  std::string add_receipt(util::Timestamp now, const std::string& relay = {});
  /// The pusher's address, if they have the right `relay` and a push that was taken brought commits of others that are
  /// dated before the newest receipt; else empty.
  [[nodiscard]] std::string find_relay(const std::vector<PushedReference>& pushed, const Pusher& pusher) const;
  /// A checkpoint of the ledger as it is now, which names the newest one before it.
  [[nodiscard]] Checkpoint make_checkpoint(util::Instant now) const;
  /// The checkpoint that a tag holds (`checkpoint/2026-11-22T09-12-00Z`, its whole name or the last part alone);
  /// nullopt where there is no such tag, or it holds none.
  [[nodiscard]] std::optional<Checkpoint> find_checkpoint_tag(const std::string& name) const;

  // Writing.
  /// Keeps a checkpoint as an annotated tag, made by the user's own git, and signed where the user signs commits or
  /// tags. Returns the tag's name. Throws Error(program_failed) where git makes none.
  std::string tag_checkpoint(const Checkpoint& checkpoint, util::Timestamp now);
  /// Adds one commit, durable when it returns (docs/architecture.md, Durability). Retries while other writers win.
  /// Returns `story_moved`, with nothing written, where one of `unchanged` did change. Throws Error(busy) where the
  /// lock stays held, Error(refused) where a path exists already, Error(repository) where `ledger` is checked out in a
  /// worktree or the repository cannot be written.
  Landed append(const Addition& addition, util::Timestamp now);
  /// Adds very many files in one commit and one pack, as `append` does. Bulk does it for files that need not be held
  /// all at once.
  Landed append_bulk(const Addition& addition, util::Timestamp now, const git::Progress& progress);
  /// Commits own records anew that the server would refuse by its receipts: because their commits are dated too far
  /// back or in the future, or are signed by a key that has ended. `theirs` is the server's head. Replaces all own
  /// commits that it has not by commits of now, with the same paths and bytes, on top of `theirs`. Does nothing where
  /// commits of others are among them that the server has not by other commits, or where the newest receipt is of the
  /// future, since a clock is wrong then.
  CommittedAnew commit_anew(const std::string& theirs, util::Timestamp now);
  /// Commits own records anew that the server has refused for their signatures or their authors.
  CommittedAnew commit_anew(const std::string& theirs, const std::vector<PushFault>& refused, util::Timestamp now);
  /// Makes the commits that the own part adds to `theirs` anew, as commit_anew does, but moves no branch. `head` is
  /// empty where nothing was to be made anew, or the signatures would be refused.
  [[nodiscard]] CommittedAnew commit_part_anew(const std::string& theirs, const OwnPart& part,
                                               util::Timestamp now) const;
  /// The part of the own ledger that a server at `theirs`, with `main` at that commit, takes from `pusher`: without
  /// these commits of others, and without anything else that it would refuse (share/own/part.hpp). Writes commits, but
  /// moves no branch.
  [[nodiscard]] OwnPart find_own_part(const std::string& theirs, const std::string& main,
                                      const std::vector<std::string>& others, const Pusher& pusher,
                                      util::Timestamp now) const;
  /// Puts the own part in the branch's place, and keeps the former head (share/own/mend.hpp). nullopt where everything
  /// can be sent, or own records wait for unsent records of others.
  std::optional<OwnMended> keep_own_part(const std::string& theirs, const std::string& main,
                                         const std::vector<std::string>& others, const Pusher& pusher,
                                         util::Timestamp now);
  /// Brings another head of the ledger (a fetched tracking branch) into the branch: by moving it forward, or by a merge
  /// commit that is the union of both. A history that adds a file which is no record, or removes, changes or renames
  /// one, is refused whole, unless later commits of it have put that right (docs/domain.md, Who may do what). Throws
  /// Error(repository) where `ledger` is checked out or theirs is of a newer format.
  Merged merge(const std::string& theirs, const MergeOptions& options, util::Timestamp now,
               const git::Progress& progress = {});
  /// The faults of the commits that the own ledger has and `theirs` (empty: an empty ledger) has not, for which no
  /// other clone takes them. Empty where all is sound, or was put right since.
  [[nodiscard]] std::vector<Range::Fault> find_own_faults(const std::string& theirs,
                                                          const git::Progress& progress) const;
  /// Makes the commits that `theirs` does not have anew, without the forbidden parts (share/own/mend.hpp). nullopt
  /// where there is nothing to mend.
  std::optional<OwnMended> mend_own(const std::string& theirs, util::Timestamp now, const git::Progress& progress);
  /// The reason why the branch `ledger` must not move from one commit to another (empty: must not be deleted); nullopt
  /// where the move only adds records. For the hooks before a plain git command of the user's.
  [[nodiscard]] std::optional<std::string> find_move_fault(const std::string& from, const std::string& to) const;
  /// Replaces files of main (`policy/reasons.yaml` → text) and commits them at once; it touches nothing else that is
  /// uncommitted. Does nothing where main has them so already. Throws Error(refused) where one of them has uncommitted
  /// changes, Error(conflict) where it waits for a merge to be settled, Error(busy) where the lock stays held or plain
  /// git keeps moving main.
  void commit_main(const std::map<std::string, std::string>& files, const std::string& message, util::Timestamp now);
  /// Edits main as commit_main does, with texts that are made from main as it is when the commit lands: `edit` is
  /// called under the writers' lock, again for each attempt. An exception of `edit` ends the edit, and nothing is
  /// changed.
  void edit_main(const MainEdit& edit, util::Timestamp now);
  /// The files below `policy/` that differ from main's head in a work tree where main is checked out, untracked ones
  /// included: `policy/people.yaml`.
  [[nodiscard]] std::vector<std::string> uncommitted_policy_files() const;
  /// Packs loose objects when there are many, in the background, under the lock; never fails a command.
  void maintain();

 private:
  struct Impl;
  friend class Bulk;
  explicit Ledger(std::unique_ptr<Impl> impl);
  /// Makes the branch of a fresh clone from what was fetched, as a merge does. Throws Error(refused) where a merge
  /// would not take that.
  void begin_branch(util::Timestamp now);
  bool set_up_branches(const Remote& remote);
  bool set_up_receipts(const Remote& remote);
  std::unique_ptr<Impl> impl_;
};

}  // namespace crmtrack::ledger
