#include "ledger/write/append.hpp"

#include <fmt/format.h>

#include <chrono>
#include <random>
#include <thread>

#include "git/object/pack_sink.hpp"
#include "git/object/tree_edit.hpp"
#include "git/program/identity.hpp"
#include "git/program/signing.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/reference_update.hpp"
#include "git/reference/writer_lock.hpp"
#include "ledger/heads.hpp"
#include "ledger/read/commit_content.hpp"
#include "ledger/rule/format.hpp"
#include "ledger/share/merge.hpp"
#include "ledger/write/bulk.hpp"
#include "ledger/write/checked_out.hpp"
#include "util/file_lock.hpp"
#include "util/text/pool.hpp"

namespace crmtrack::ledger {
namespace {

using util::Error;
using util::ErrorKind;

/// When a writer takes the lock. Before building the trees, a millisecond's work that is then done once; or, where
/// building takes long (an import; a signature that waits for its owner's passphrase), only to move the branch, until
/// others have won so often that it is fair to let them wait.
enum class Locking { early, late };

/// One command's way onto the ledger's head.
class Append {
 public:
  Append(const git::Repository& repository, const Addition& addition, util::Timestamp now, CommitContent& content,
         Locking locking)
      : repository_(repository),
        addition_(addition),
        content_(content),
        locking_(locking),
        author_(git::identify(repository.environment, repository.settings, git::Role::author, now)),
        committer_(git::identify(repository.environment, repository.settings, git::Role::committer, now)),
        signs_(git::signs_commits(repository.settings)) {
    if (signs_) locking_ = Locking::late;
  }

  Landed land() {
    constexpr int kAttempts = 100;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
      if (const auto landed = try_to_land(attempt)) return *landed;
      std::this_thread::sleep_for(std::chrono::milliseconds(1 + random_() % 10));
      content_.renew();
    }
    throw Error(ErrorKind::busy, "cannot write to the ledger: other programs keep moving its branch", {"try again"});
  }

 private:
  /// nullopt where somebody else was faster, or a repack took what the commit names.
  std::optional<Landed> try_to_land(int attempt) {
    constexpr int kFairAttempts = 3;
    std::optional<util::FileLock> lock;
    if (locking_ == Locking::early || attempt >= kFairAttempts)
      lock = git::lock_writers(repository_.location, repository_.access);
    refuse_checked_out_ledger(repository_.location);
    const auto head = find_ledger_head(repository_);
    const auto branch = git::find_branch(repository_, git::kLedgerRef);
    if (story_moved(head)) return Landed::story_moved;
    const git::ObjectId commit = write_commit(head);
    content_.sink().finish();
    if (!lock) lock = git::lock_writers(repository_.location, repository_.access);
    if (branch != git::find_branch(repository_, git::kLedgerRef)) return std::nullopt;
    refuse_checked_out_ledger(repository_.location);
    const git::BranchMove move{git::kLedgerRef, branch, commit, committer_, "commit: " + addition_.subject};
    if (!git::move_branch(repository_, move, &content_.sink())) return std::nullopt;
    if (!content_.sink().is_intact()) write_again(head);
    lock.reset();  // whoever builds on this commit makes it durable too: nobody has to wait for our disk
    git::sync_branch(repository_.location, git::kLedgerRef);
    return Landed::yes;
  }

  [[nodiscard]] bool story_moved(const std::optional<git::ObjectId>& head) const {
    const std::string now = head ? head->hex() : std::string();
    if (now == addition_.base) return false;
    const auto base = addition_.base.empty() ? std::nullopt : std::optional(git::get_object_id(addition_.base));
    for (const std::string& folder : addition_.unchanged)
      if (find_folder(base, folder) != find_folder(head, folder)) return true;
    return false;
  }

  [[nodiscard]] std::optional<git::ObjectId> find_folder(const std::optional<git::ObjectId>& commit,
                                                         const std::string& folder) const {
    if (!commit) return std::nullopt;
    return repository_.objects.find_folder(repository_.objects.read_commit(*commit).tree, folder);
  }

  git::ObjectId write_commit(const std::optional<git::ObjectId>& head) {
    git::CommitObject commit;
    std::optional<git::ObjectId> root;
    if (head) {
      root = repository_.objects.read_commit(*head).tree;
      commit.parents.push_back(*head);
      refuse_newer_format(repository_, *head);
    }
    commit.tree = write_tree(root);
    commit.author = author_;
    commit.committer = committer_;
    commit.message = git::render_message(addition_.subject, addition_.trailers);
    if (signs_) git::sign_commit(repository_.settings, repository_.environment, commit);
    commit_ = git::render_commit(commit);
    return content_.sink().write(git::ObjectKind::commit, commit_);
  }

  git::ObjectId write_tree(const std::optional<git::ObjectId>& root) {
    return git::put_paths(repository_.objects.trees(), content_.sink(), root, content_.blobs(), git::Existing::refuse);
  }

  /// A repack took what the branch names at the very moment when it began to: the same once more, where it stays.
  void write_again(const std::optional<git::ObjectId>& head) {
    content_.renew();
    write_tree(head ? std::optional(repository_.objects.read_commit(*head).tree) : std::nullopt);
    content_.sink().write(git::ObjectKind::commit, commit_);
    content_.sink().finish();
  }

  const git::Repository& repository_;
  const Addition& addition_;
  CommitContent& content_;
  Locking locking_;
  git::Signature author_, committer_;
  bool signs_;
  std::string commit_;  // as it was written last
  std::minstd_rand random_{std::random_device{}()};
};

}  // namespace

Landed append(Ledger& ledger, const Addition& addition, util::Timestamp now) {
  begin_branch(ledger, now);
  // Beyond a few dozen objects one pack is faster to sync than a file each.
  constexpr std::size_t kFewFiles = 50;
  if (addition.files.size() > kFewFiles) return append_bulk(ledger, addition, now, {});
  // Blobs are the same whatever the head is, so they are written before anybody has to wait for us.
  FewFiles content(ledger.repository(), addition.files);
  return Append(ledger.repository(), addition, now, content, Locking::early).land();
}

Landed append_bulk(Ledger& ledger, const Addition& addition, util::Timestamp now, const git::Progress& progress) {
  constexpr std::size_t kStep = 256;
  Bulk bulk(ledger, now);
  for (const NewFile& file : addition.files) {
    bulk.add(file.path, file.bytes);
    if (bulk.size() % kStep != 0 && bulk.size() != addition.files.size()) continue;
    if (progress.interrupted && progress.interrupted())
      throw Error(ErrorKind::cancelled, "cannot finish: interrupted; nothing was written");
    if (progress.report) progress.report(bulk.size(), addition.files.size());
  }
  return bulk.land(addition);
}

struct Bulk::Impl : CommitContent {
  Impl(const git::Repository& in, util::Timestamp at)
      : repository(in), now(at), pack(in.location.common_dir / "objects", in.access) {}

  git::RepositorySink& sink() override { return pack; }
  std::span<git::PathBlob> blobs() override { return files; }
  /// The pack's `.keep` holds it, and its bytes are no longer in memory: they cannot be written again.
  void renew() override {
    if (pack.is_intact()) return;
    throw Error(ErrorKind::busy, "cannot write to the ledger: another program has removed the pack that was to land",
                {"try again: nothing of it is in the ledger"});
  }

  const git::Repository& repository;
  util::Timestamp now;
  git::PackSink pack;
  util::TextPool paths;
  std::vector<git::PathBlob> files;
};

Bulk::Bulk(Ledger& ledger, util::Timestamp now) : impl_(std::make_unique<Impl>(ledger.repository(), now)) {
  begin_branch(ledger, now);
  // Before an hour's work, not after it.
  for (const git::Role role : {git::Role::author, git::Role::committer})
    (void)git::identify(impl_->repository.environment, impl_->repository.settings, role, now);
}
Bulk::Bulk(Bulk&&) noexcept = default;
Bulk::~Bulk() = default;

void Bulk::add(std::string_view path, std::string_view bytes) {
  impl_->files.push_back({impl_->paths.add(path), impl_->pack.write(git::ObjectKind::blob, bytes)});
}

std::size_t Bulk::size() const { return impl_->files.size(); }

Landed Bulk::land(const Addition& addition) {
  return Append(impl_->repository, addition, impl_->now, *impl_, Locking::late).land();
}

}  // namespace crmtrack::ledger
