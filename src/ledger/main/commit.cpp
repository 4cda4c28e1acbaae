#include "ledger/main/commit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "git/object/tree_edit.hpp"
#include "git/program/identity.hpp"
#include "git/program/signing.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/reference_update.hpp"
#include "git/reference/writer_lock.hpp"
#include "ledger/heads.hpp"
#include "ledger/main/checkout.hpp"
#include "ledger/main/edit.hpp"
#include "ledger/read/commit_content.hpp"
#include "util/file_lock.hpp"

namespace crmtrack::ledger {
namespace {

class MainCommit {
 public:
  MainCommit(const git::Repository& repository, const MainEdit& edit, util::Timestamp now)
      : repository_(repository),
        edit_(edit),
        author_(git::identify(repository.environment, repository.settings, git::Role::author, now)),
        committer_(git::identify(repository.environment, repository.settings, git::Role::committer, now)) {}

  /// false where plain git moved main meanwhile, or a repack took what the commit names.
  bool try_to_land() {
    const auto branch = git::find_branch(repository_, git::kMainRef);
    const auto head = find_main_head(repository_);
    const auto root = root_of(head);
    make_change(head, root);
    if (files_.empty()) return true;
    std::vector<MainCheckout> checkouts = open_main_checkouts(repository_);
    if (!is_clean(checkouts, branch)) return false;
    const git::ObjectId tree = write_tree(root);
    if (tree == root && branch) return true;
    const git::ObjectId commit = write_commit(head, tree);
    sink_->finish();
    const bool landed = land(checkouts, branch, commit);
    packed_ = packed_ || !sink_->is_intact();
    if (landed && !sink_->is_intact()) write_again(root);
    return landed;
  }

 private:
  /// A repack took what main names at the very moment when it began to: the same once more, where it stays.
  void write_again(const std::optional<git::ObjectId>& root) {
    sink_ = make_small_sink(repository_, packed_);
    for (const MainFile& file : files_) sink_->write(git::ObjectKind::blob, file.bytes);
    write_tree(root);
    sink_->write(git::ObjectKind::commit, commit_);
    sink_->finish();
  }

  /// Each attempt is an edit of its own: the texts come from the main that it is made on.
  void make_change(const std::optional<git::ObjectId>& head, const std::optional<git::ObjectId>& root) {
    sink_ = make_small_sink(repository_, packed_);
    files_.clear();
    MainChange change = edit_(head ? head->hex() : std::string());
    message_ = std::move(change.message);
    if (!message_.ends_with('\n')) message_ += '\n';
    for (auto& [path, text] : change.files) {
      const git::ObjectId blob = sink_->write(git::ObjectKind::blob, text);
      files_.push_back({.path = path, .bytes = std::move(text), .blob = blob, .old_blob = find_blob(root, path)});
    }
  }

  /// False where plain git commits the very files at this moment. Throws where their changes are not committed.
  [[nodiscard]] bool is_clean(const std::vector<MainCheckout>& checkouts,
                              const std::optional<git::ObjectId>& branch) const {
    try {
      for (const MainCheckout& checkout : checkouts) checkout.refuse_uncommitted(files_);
      return true;
    } catch (const util::Error&) {
      if (git::find_branch(repository_, git::kMainRef) == branch) throw;
      return false;
    }
  }

  [[nodiscard]] std::optional<git::ObjectId> root_of(const std::optional<git::ObjectId>& commit) const {
    return commit ? std::optional(repository_.objects.read_commit(*commit).tree) : std::nullopt;
  }

  [[nodiscard]] std::optional<git::ObjectId> find_blob(const std::optional<git::ObjectId>& root,
                                                       const std::string& path) const {
    const auto found = root ? repository_.objects.find_path(*root, path) : std::nullopt;
    return found ? std::optional(found->first.id()) : std::nullopt;
  }

  git::ObjectId write_tree(const std::optional<git::ObjectId>& root) {
    std::vector<git::PathBlob> blobs;
    for (const MainFile& file : files_) blobs.push_back({file.path, file.blob});
    return git::put_paths(repository_.objects.trees(), *sink_, root, blobs, git::Existing::replace);
  }

  git::ObjectId write_commit(const std::optional<git::ObjectId>& head, const git::ObjectId& tree) {
    git::CommitObject commit{
        .tree = tree, .parents = {}, .author = author_, .committer = committer_, .message = message_, .signature = {}};
    if (head) commit.parents.push_back(*head);
    if (git::signs_commits(repository_.settings))
      git::sign_commit(repository_.settings, repository_.environment, commit);
    commit_ = git::render_commit(commit);
    return sink_->write(git::ObjectKind::commit, commit_);
  }

  /// Files, index, branch, in this order, as `git commit` leaves them: killed in between, the next edit puts files and
  /// index back. The other way round a plain `git commit` would undo ours.
  bool land(std::vector<MainCheckout>& checkouts, const std::optional<git::ObjectId>& branch,
            const git::ObjectId& commit) {
    if (!checkouts.empty()) begin_main_edit(repository_, files_);
    const bool moved = write_and_move(checkouts, branch, commit);
    if (!moved) restore(checkouts);
    if (!checkouts.empty()) end_main_edit(repository_);
    if (moved) git::sync_branch(repository_.location, git::kMainRef);
    return moved;
  }

  bool write_and_move(std::vector<MainCheckout>& checkouts, const std::optional<git::ObjectId>& branch,
                      const git::ObjectId& commit) {
    try {
      for (MainCheckout& checkout : checkouts) checkout.write(repository_, files_);
      const std::string subject = message_.substr(0, message_.find('\n'));
      return git::move_branch(repository_, {git::kMainRef, branch, commit, committer_, "commit: " + subject},
                              sink_.get());
    } catch (...) {
      restore_quietly(checkouts);
      throw;
    }
  }

  void restore(std::vector<MainCheckout>& checkouts) {
    for (MainCheckout& checkout : checkouts) checkout.restore(repository_, files_);
  }

  /// The first error is what the user is told; where this fails too, the next edit does it.
  void restore_quietly(std::vector<MainCheckout>& checkouts) noexcept {
    try {
      restore(checkouts);
      if (!checkouts.empty()) end_main_edit(repository_);
    } catch (const std::exception&) {
      return;
    }
  }

  const git::Repository& repository_;
  const MainEdit& edit_;
  git::Signature author_, committer_;
  std::unique_ptr<git::RepositorySink> sink_;  // of the present attempt
  std::vector<MainFile> files_;                // of the present attempt
  std::string message_, commit_;               // of the present attempt
  bool packed_ = false;                        // a repack has taken loose objects of an attempt
};

}  // namespace

void commit_to_main(const git::Repository& repository, const MainEdit& edit, util::Timestamp now) {
  constexpr int kAttempts = 10;
  const util::FileLock lock = git::lock_writers(repository.location, repository.access);
  undo_dead_main_edit(repository);
  MainCommit commit(repository, edit, now);
  for (int attempt = 0; attempt < kAttempts; ++attempt)
    if (commit.try_to_land()) return;
  throw util::Error(util::ErrorKind::busy, "cannot change the policy: other programs keep moving main", {"try again"});
}

void commit_main(Ledger& ledger, const std::map<std::string, std::string>& files, const std::string& message,
                 util::Timestamp now) {
  const MainChange change{files, message};
  edit_main(
      ledger, [&change](const std::string&) { return change; }, now);
}

void edit_main(Ledger& ledger, const MainEdit& edit, util::Timestamp now) {
  commit_to_main(ledger.repository(), edit, now);
}

std::vector<std::string> uncommitted_policy_files(const Ledger& ledger) {
  std::vector<std::string> paths;
  for (const MainCheckout& checkout : open_main_checkouts(ledger.repository()))
    for (std::string& path : checkout.changed_files(ledger.repository(), "policy")) paths.push_back(std::move(path));
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

}  // namespace crmtrack::ledger
