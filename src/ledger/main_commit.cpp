#include "ledger/main_commit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "ledger/identity.hpp"
#include "ledger/ledger.hpp"
#include "ledger/loose_sink.hpp"
#include "ledger/main_checkout.hpp"
#include "ledger/main_edit.hpp"
#include "ledger/reference_update.hpp"
#include "ledger/signing.hpp"
#include "ledger/tree_edit.hpp"
#include "ledger/writer_lock.hpp"

namespace crmtrack::ledger {
namespace {

class MainCommit {
 public:
  MainCommit(const Repository& repository, const std::map<std::string, std::string>& files, std::string message,
             util::Timestamp now)
      : repository_(repository),
        message_(std::move(message)),
        author_(identify(repository.environment, repository.settings, Role::author, now)),
        committer_(identify(repository.environment, repository.settings, Role::committer, now)),
        sink_(repository.location.common_dir / "objects", repository.access) {
    if (!message_.ends_with('\n')) message_ += '\n';
    for (const auto& [path, bytes] : files) {
      files_.push_back({.path = path, .bytes = bytes, .blob = sink_.write(ObjectKind::blob, bytes), .old_blob = {}});
    }
  }

  /// What somebody else has changed since `seen` would be lost: the texts were made from what was there before.
  void refuse_overtaken(const std::string& seen) const {
    const auto then = root_of(seen.empty() ? std::nullopt : std::optional(get_object_id(seen)));
    const auto now = root_of(find_main_head(repository_));
    for (const MainFile& file : files_) {
      if (find_blob(then, file.path) == find_blob(now, file.path)) continue;
      throw util::Error(util::ErrorKind::busy,
                        fmt::format("cannot change '{}': somebody else has changed it meanwhile", file.path),
                        {"try again"});
    }
  }

  /// false where main was moved by somebody else meanwhile.
  bool try_to_land() {
    const auto branch = find_branch(repository_, kMainRef);
    const auto head = find_main_head(repository_);
    const auto root = root_of(head);
    for (MainFile& file : files_) file.old_blob = find_blob(root, file.path);
    std::vector<MainCheckout> checkouts = open_main_checkouts(repository_);
    for (const MainCheckout& checkout : checkouts) checkout.refuse_uncommitted(files_);
    const ObjectId tree = write_tree(root);
    if (tree == root && branch) return true;
    const ObjectId commit = write_commit(head, tree);
    sink_.finish();
    return land(checkouts, branch, commit);
  }

 private:
  [[nodiscard]] std::optional<ObjectId> root_of(const std::optional<ObjectId>& commit) const {
    return commit ? std::optional(repository_.objects.read_commit(*commit).tree) : std::nullopt;
  }

  [[nodiscard]] std::optional<ObjectId> find_blob(const std::optional<ObjectId>& root, const std::string& path) const {
    const auto found = root ? repository_.objects.find_path(*root, path) : std::nullopt;
    return found ? std::optional(found->first.id()) : std::nullopt;
  }

  ObjectId write_tree(const std::optional<ObjectId>& root) {
    std::vector<PathBlob> blobs;
    for (const MainFile& file : files_) blobs.push_back({file.path, file.blob});
    return put_paths(repository_.objects.trees(), sink_, root, blobs, Existing::replace);
  }

  ObjectId write_commit(const std::optional<ObjectId>& head, const ObjectId& tree) {
    CommitObject commit{
        .tree = tree, .parents = {}, .author = author_, .committer = committer_, .message = message_, .signature = {}};
    if (head) commit.parents.push_back(*head);
    if (signs_commits(repository_.settings)) sign_commit(repository_.settings, repository_.environment, commit);
    return sink_.write(ObjectKind::commit, render_commit(commit));
  }

  /// Files, index, branch, in this order, as `git commit` leaves them: killed in between, the next edit puts files and
  /// index back. The other way round a plain `git commit` would undo ours.
  bool land(std::vector<MainCheckout>& checkouts, const std::optional<ObjectId>& branch, const ObjectId& commit) {
    if (!checkouts.empty()) begin_main_edit(repository_, files_);
    const bool moved = write_and_move(checkouts, branch, commit);
    if (!moved) restore(checkouts);
    if (!checkouts.empty()) end_main_edit(repository_);
    if (moved) sync_branch(repository_.location, kMainRef);
    return moved;
  }

  bool write_and_move(std::vector<MainCheckout>& checkouts, const std::optional<ObjectId>& branch,
                      const ObjectId& commit) {
    try {
      for (MainCheckout& checkout : checkouts) checkout.write(repository_, files_);
      const std::string subject = message_.substr(0, message_.find('\n'));
      return move_branch(repository_, {kMainRef, branch, commit, committer_, "commit: " + subject});
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

  const Repository& repository_;
  std::string message_;
  Signature author_, committer_;
  LooseSink sink_;
  std::vector<MainFile> files_;
};

}  // namespace

void commit_to_main(const Repository& repository, const std::map<std::string, std::string>& files,
                    const std::string& message, util::Timestamp now, const std::optional<std::string>& seen) {
  constexpr int kAttempts = 10;
  const util::FileLock lock = lock_writers(repository.location, repository.access);
  undo_dead_main_edit(repository);
  MainCommit commit(repository, files, message, now);
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    if (seen) commit.refuse_overtaken(*seen);
    if (commit.try_to_land()) return;
  }
  throw util::Error(util::ErrorKind::busy, "cannot change the policy: other programs keep moving main", {"try again"});
}

void Ledger::commit_main(const std::map<std::string, std::string>& files, const std::string& message,
                         util::Timestamp now, const std::optional<std::string>& seen) {
  commit_to_main(*impl_, files, message, now, seen);
}

std::vector<std::string> Ledger::uncommitted_policy_files() const {
  std::vector<std::string> paths;
  for (const MainCheckout& checkout : open_main_checkouts(*impl_)) {
    for (std::string& path : checkout.changed_files(*impl_, "policy")) paths.push_back(std::move(path));
  }
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

}  // namespace crmtrack::ledger
