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
#include "ledger/addition.hpp"
#include "ledger/contents.hpp"
#include "ledger/format.hpp"
#include "ledger/main/main_change.hpp"
#include "ledger/range.hpp"
#include "ledger/read_range.hpp"
#include "ledger/share/merge.hpp"
#include "util/error.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {

struct AuditOptions;
struct AuditReport;
struct Evidence;
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

/// Another repository that this one exchanges records with, as far as Git's configuration tells.
struct Remote {
  std::string name;
  std::string url;              ///< as it may be shown: without a password
  std::string tracking_main;    ///< `refs/remotes/origin/main`; empty where its fetch refspecs do not bring it
  std::string tracking_ledger;  ///< likewise
  bool gives_receipts = false;  ///< a fetch brings its receipts here
};

/// What was set up of a remote that the ledger is shared with.
struct SetUp {
  std::string remote = {};
  bool branches = false;  ///< main and ledger follow it, and a plain push sends both
  bool receipts = false;  ///< a fetch brings its receipts
};

/// Git as an append-only ledger, with the policy branch beside it. The only class that knows libgit2, which it loads on
/// first use. Throws util::Error: repository (7) for what the repository is at fault for, busy (75) for locks.
class Ledger {
 public:
  /// Opens a data repository (one that has a `ledger` branch, local or tracking). Throws Error(repository) with the way
  /// out for: no ledger branch, a newer format, SHA-256 objects, foreign owner, shallow or partial clones.
  static Ledger open(const git::Location& location, git::Environment environment);
  /// Opens one for whoever looks at what was done to it, or mends it: its newest commit may have removed `ledgers/`.
  static Ledger open_damaged(const git::Location& location, git::Environment environment);
  /// The same for a server's hook: before the first push there is no ledger yet.
  static Ledger open_receiving(const git::Location& location, git::Environment environment);
  /// Creates or completes one: both branches, private modes, `policy/` templates and README.md on main, the ledger's
  /// first commit
  /// (`ledgers/<id>.yaml`, `format: 1`). Throws Error(refused) where it is one already.
  static Ledger init(const std::filesystem::path& directory, bool bare, git::Environment environment,
                     const std::map<std::string, std::string>& main_files, std::string_view ledger_id,
                     util::Timestamp now);
  ~Ledger();
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;

  [[nodiscard]] const git::Location& location() const;
  /// What it is kept in, for what asks Git alone.
  [[nodiscard]] const git::Repository& repository() const;
  /// The head of the ledger branch.
  [[nodiscard]] std::string head() const;
  /// The head of main; where it was lost, the commit of it that the ledger goes by; empty where there is none yet.
  [[nodiscard]] std::string main_head() const;
  /// Resolves what Git resolves (`HEAD~3`, a tag, an abbreviated id, `ledger@{yesterday}`) to a commit; `ledger` and
  /// `main` are the branches, whatever tag or file bears that name. nullopt where it is none.
  [[nodiscard]] std::optional<std::string> find_revision(const std::string& revision) const;

  // Reading.
  [[nodiscard]] std::optional<std::string> find_file(const std::string& commit, const std::string& path,
                                                     std::size_t limit) const;
  /// The files under a folder at a commit, in path order; empty where there is no such folder.
  [[nodiscard]] std::vector<File> list(const std::string& commit, const std::string& folder) const;
  [[nodiscard]] std::string read_blob(const std::string& id, std::size_t limit) const;
  [[nodiscard]] std::string read_blob(const git::ObjectId& id, std::size_t limit) const;
  /// Everything that the commits of `newer` which are not `older`'s (empty: an empty ledger) added, each file with, of
  /// all commits that added it, the one with the earliest committer time, then the smallest id. Skips equal subtrees.
  /// Throws Error(cancelled) where `progress` was interrupted.
  /// Numbers the commits' lineages where `lineage` says how.
  [[nodiscard]] Range range(const std::string& older, const std::string& newer, const git::Progress& progress,
                            const std::optional<LineageReader>& lineage = std::nullopt) const;
  [[nodiscard]] bool is_ancestor(const std::string& older, const std::string& newer) const;
  [[nodiscard]] Commit commit(const std::string& id) const;
  /// `good`, `bad`, `unknown_key`, `none`: asks the user's own gpg or ssh-keygen through `git verify-commit`.
  [[nodiscard]] std::string signature_state(const std::string& commit) const;
  /// What an outsider needs to check the stories in these folders, which these commits added to, without seeing others.
  [[nodiscard]] Evidence collect_evidence(const std::string& head, const std::vector<std::string>& folders,
                                          const std::vector<std::string>& commits, bool with_history,
                                          const git::Progress& progress) const;
  /// The policy files at a commit of main (`reasons.yaml` → text), as they stand there; what is in force is
  /// `load_policy_in_force`. Files that cannot be read go to `unreadable` with the reason, where it is given.
  [[nodiscard]] std::map<std::string, std::string> policy_files(
      const std::string& main_commit, std::map<std::string, std::string>* unreadable = nullptr) const;
  /// The object that stands at `policy` at a commit of main: two commits with one object have the same policy. Empty
  /// where nothing stands there.
  [[nodiscard]] std::string policy_object(const std::string& main_commit) const;
  /// A setting of the user's Git configuration; nullopt where it is not set.
  [[nodiscard]] std::optional<std::string> setting(const std::string& key) const;
  /// Who the user is: throws Error(refused) with `git config` hints where Git knows no name or address.
  [[nodiscard]] git::Signature author(util::Timestamp now) const;

  // Sharing.
  /// nullopt where no remote of that name has an address.
  [[nodiscard]] std::optional<Remote> find_remote(const std::string& name) const;
  /// The remote that the ledger is shared with: `crmtrack.remote`, else that of main's upstream, else `origin`, else
  /// the only one.
  [[nodiscard]] std::optional<Remote> find_upstream_remote() const;
  [[nodiscard]] std::vector<std::string> remotes() const;
  /// Sets, where that is not yet done, the upstream of main and ledger and the upstream's push refspecs, so that plain
  /// `git push` and `git pull` share both, and a fetch refspec for the server's receipts; what the user has set stays.
  /// Done once for a remote; other remotes are never configured. Throws Error(repository) where the configuration
  /// cannot be written.
  SetUp set_up_upstream();
  /// Looks for what should not be, or once was (audit.hpp). Never changes the ledger; remembers what it has looked at.
  /// Throws Error(cancelled) where `progress` was interrupted.
  [[nodiscard]] AuditReport audit(const AuditOptions& options, const git::Progress& progress) const;
  /// What a server must refuse of a push: what the rules forbid, and commits that claim another author than the pusher
  /// (push_check.hpp). The commits may still lie in Git's quarantine.
  [[nodiscard]] std::vector<PushFault> check_push(const std::vector<PushedReference>& references,
                                                  const Pusher& pusher) const;
  /// What a server of ours whose `main` is at that commit would refuse of a push of the ledger, as far as is known
  /// here: so that whoever was refused can be told the way out.
  [[nodiscard]] std::vector<PushFault> foresee_push(const PushedReference& reference, const std::string& main,
                                                    const Pusher& pusher) const;
  /// What the commits of main that `theirs` has and `ours` has not did without the right to, and nobody with the right
  /// answers for: findings policy_not_allowed. Both are commits.
  [[nodiscard]] std::vector<Finding> find_main_faults(const std::string& ours, const std::string& theirs,
                                                      util::Instant now) const;
  /// What makes plain Git show something else than this ledger: findings name_ambiguous and object_replaced.
  [[nodiscard]] std::vector<Finding> find_lookalikes() const;
  /// Compares the newest `most` folders and files of the ledger with their names (damage.hpp).
  [[nodiscard]] DamageSearch search_damage(std::size_t most) const;
  /// Appends to the server's receipts what its branches are now, and who relayed (receipt.hpp; empty: nobody); the
  /// receipt's commit. Throws Error(busy) or Error(repository) where it cannot be written.
  std::string add_receipt(util::Timestamp now, const std::string& relay = {});
  /// The pusher's address, where they have the right `relay` and a push that was taken brought commits of others that
  /// are dated before the newest receipt; empty where they did not.
  [[nodiscard]] std::string find_relay(const std::vector<PushedReference>& pushed, const Pusher& pusher) const;
  /// What the ledger is now, in a line, after the newest of its tags.
  [[nodiscard]] Checkpoint make_checkpoint(util::Instant now) const;
  /// The checkpoint that a tag holds (`checkpoint/2026-11-22T09-12-00Z`, its whole name or the last part alone);
  /// nullopt where there is no such tag, or it holds none.
  [[nodiscard]] std::optional<Checkpoint> find_checkpoint_tag(const std::string& name) const;

  // Writing.
  /// Keeps a checkpoint as an annotated tag, signed where the user signs commits or tags, by the user's own git; the
  /// tag's name. Throws Error(program_failed) where git makes none.
  std::string tag_checkpoint(const Checkpoint& checkpoint, util::Timestamp now);
  /// Adds one commit, durable when it returns (DESIGN §5). Retries while other writers win; `story_moved` where one of
  /// `unchanged` did change, and nothing was written. Throws Error(busy) where the lock stays held, Error(refused)
  /// where a path exists already, Error(repository) where `ledger` is checked out in a worktree or the repository
  /// cannot be written.
  Landed append(const Addition& addition, util::Timestamp now);
  /// The same for very many files: one pack, one commit. Where they need not be held all at once, see Bulk.
  Landed append_bulk(const Addition& addition, util::Timestamp now, const git::Progress& progress);
  /// Where the server whose receipts are here would refuse commits of ours that `theirs`, its head, has not, since they
  /// are dated too far back, in the future, or signed by a key that has ended: replaces all that are ours and not there
  /// yet by commits of now, with the same paths and bytes, on top of `theirs`. Does nothing where commits of others are
  /// among them that it has not by other commits, or where the newest receipt is of the future: a clock is wrong.
  CommittedAnew commit_anew(const std::string& theirs, util::Timestamp now);
  /// As above, where it has refused commits for their signatures or their authors.
  CommittedAnew commit_anew(const std::string& theirs, const std::vector<PushFault>& refused, util::Timestamp now);
  /// Makes what the own part adds to `theirs` anew, as above, but moves no branch: `head` is empty where nothing was to
  /// be made anew, or its signatures would be refused.
  [[nodiscard]] CommittedAnew commit_part_anew(const std::string& theirs, const OwnPart& part,
                                               util::Timestamp now) const;
  /// What of the own ledger a server at `theirs`, with `main` at that commit, takes from `pusher`, without these
  /// commits of others and without whatever else it would refuse (own_part.hpp). Writes commits, but moves no branch.
  [[nodiscard]] OwnPart find_own_part(const std::string& theirs, const std::string& main,
                                      const std::vector<std::string>& others, const Pusher& pusher,
                                      util::Timestamp now) const;
  /// Puts the own part in the branch's place, and keeps what was there (own_mend.hpp). nullopt where all can be sent,
  /// or own records wait for what others have not sent.
  std::optional<OwnMended> keep_own_part(const std::string& theirs, const std::string& main,
                                         const std::vector<std::string>& others, const Pusher& pusher,
                                         util::Timestamp now);
  /// Brings another head of the ledger (a fetched tracking branch) into the branch: by moving it forward, or by a merge
  /// commit that is the union of both. What is no record, or removes, changes or renames one, is refused whole (DESIGN
  /// §2, structure), unless later commits of the same history have put it right. Throws Error(repository) where
  /// `ledger` is checked out or theirs is of a newer format.
  Merged merge(const std::string& theirs, const MergeOptions& options, util::Timestamp now,
               const git::Progress& progress = {});
  /// What of the own ledger that `theirs` (empty: an empty ledger) does not have no other clone takes; empty where all
  /// is sound, or was put right since.
  [[nodiscard]] std::vector<Range::Fault> find_own_faults(const std::string& theirs,
                                                          const git::Progress& progress) const;
  /// Makes what `theirs` does not have anew, without what no ledger may have (own_mend.hpp); nullopt where there is
  /// nothing to mend.
  std::optional<OwnMended> mend_own(const std::string& theirs, util::Timestamp now, const git::Progress& progress);
  /// Why the branch `ledger` must not move from one commit to another (empty: it must not be deleted); nullopt where
  /// the move only adds records. For the hooks that stand before a plain git command of the user's.
  [[nodiscard]] std::optional<std::string> find_move_fault(const std::string& from, const std::string& to) const;
  /// Replaces files of main (`policy/reasons.yaml` → text) and commits them at once; nothing else uncommitted is
  /// touched. Does nothing where main has them so already. Throws Error(refused) where one of them has uncommitted
  /// changes, Error(conflict) where it waits for a merge to be settled, Error(busy) where the lock stays held or plain
  /// git keeps moving main.
  void commit_main(const std::map<std::string, std::string>& files, const std::string& message, util::Timestamp now);
  /// As commit_main, of texts that are made from main as it is when the commit lands: `edit` is called under the
  /// writers' lock, again for each attempt. What it throws ends the edit, and nothing was changed.
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
