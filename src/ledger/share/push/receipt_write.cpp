#include "ledger/share/push/receipt_write.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "git/object/commit_object.hpp"
#include "git/object/loose_sink.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/histories.hpp"
#include "git/reference/reference_update.hpp"
#include "git/reference/writer_lock.hpp"
#include "ledger/share/merge_commit.hpp"
#include "ledger/share/push/receipt.hpp"

namespace crmtrack::ledger {
namespace {

/// How many commits a head descends from: counted on from the receipt before where that can be.
std::uint64_t count_history(const git::Repository& repository, const git::ObjectId& head, const Receipt::Head* before) {
  if (before != nullptr && before->commit == head) return before->commits;
  if (before != nullptr && repository.objects.find_size(before->commit)) {
    const git::Histories histories = git::compare_histories(repository.objects, before->commit, head);
    if (histories.older_is_ancestor) return before->commits + histories.only_newer.size();
  }
  return git::compare_histories(repository.objects, std::nullopt, head).only_newer.size();
}

Receipt compose_receipt(const git::Repository& repository, util::Instant time, const std::optional<Receipt>& before) {
  Receipt receipt{.time = time, .heads = {}};
  for (const char* reference : {git::kLedgerRef, git::kMainRef}) {
    const auto head = git::find_branch(repository, reference);
    if (!head) continue;
    receipt.heads.push_back(
        {reference, *head, count_history(repository, *head, before ? before->find(reference) : nullptr)});
  }
  return receipt;
}

git::CommitObject receipt_commit(const Receipt& receipt, const std::optional<git::ObjectId>& parent,
                                 const git::ObjectId& tree) {
  git::CommitObject commit;
  commit.tree = tree;
  if (parent) commit.parents.push_back(*parent);
  commit.author = {kMergeAuthor, kMergeAuthor, receipt.time, {}};
  commit.committer = commit.author;
  commit.message = render_receipt(receipt);
  return commit;
}

/// The folder of the reference, for everybody who may write to the repository.
void make_receipts_folder(const git::Repository& repository) {
  const git::UmaskGuard umask(repository.access.mask());
  std::error_code failed;  // then the move of the reference says why
  std::filesystem::create_directories((repository.location.common_dir / kReceiptsRef).parent_path(), failed);
}

}  // namespace

std::string add_receipt(Ledger& ledger, util::Timestamp now, const std::string& relay) {
  constexpr int kAttempts = 100;
  const git::Repository& repository = ledger.repository();
  make_receipts_folder(repository);
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const auto lock = git::lock_writers(repository.location, repository.access);
    const auto parent = git::find_branch(repository, kReceiptsRef);
    Receipt receipt = compose_receipt(repository, now.utc, ReceiptReader(repository).next());
    receipt.relay = relay;
    git::LooseSink sink(repository.location.common_dir / "objects", repository.access);
    const git::ObjectId tree = sink.write(git::ObjectKind::tree, "");
    const git::CommitObject commit = receipt_commit(receipt, parent, tree);
    const git::ObjectId id = sink.write(git::ObjectKind::commit, git::render_commit(commit));
    sink.finish();
    if (!git::move_branch(repository, {kReceiptsRef, parent, id, commit.committer, "crmtrack: receipt"}, &sink))
      continue;
    git::sync_branch(repository.location, kReceiptsRef);
    return id.hex();
  }
  throw util::Error(util::ErrorKind::busy, fmt::format("cannot write a receipt: others keep moving '{}'", kReceiptsRef),
                    {"the next push has one"});
}

}  // namespace crmtrack::ledger
