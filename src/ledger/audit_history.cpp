#include "ledger/audit_history.hpp"

#include <exception>
#include <thread>

#include "ledger/audit.hpp"
#include "ledger/merge_commit.hpp"
#include "ledger/progress.hpp"
#include "ledger/quarantine.hpp"

namespace crmtrack::ledger {
namespace {

/// From so many commits on a second thread is worth its start.
constexpr std::size_t kMany = 4000;

/// The second half of a walk, read beside the first.
class OtherHalf {
 public:
  OtherHalf(const Repository& repository, const Walk& walk, std::size_t from)
      : thread_([this, &repository, &walk, from] {
          try {
            ObjectStore objects(repository.location.common_dir / "objects");
            objects.set_names(repository.objects.names());
            part_ = read_part(objects, walk, from, walk.commits.size(), [](std::size_t) {});
          } catch (...) {
            failure_ = std::current_exception();
          }
        }) {}
  OtherHalf(const OtherHalf&) = delete;
  OtherHalf& operator=(const OtherHalf&) = delete;
  ~OtherHalf() {
    if (thread_.joinable()) thread_.join();
  }

  RangePart take() {
    thread_.join();
    if (failure_) std::rethrow_exception(failure_);
    return std::move(part_);
  }

 private:
  RangePart part_;
  std::exception_ptr failure_;
  std::thread thread_;  // last: it uses what stands above
};

}  // namespace

AuditedHistory walk_history(const Repository& repository, const std::optional<ObjectId>& older, const ObjectId& newer,
                            const Progress& progress) {
  AuditedHistory history;
  history.older = older;
  history.newer = newer;
  history.tree = repository.objects.read_commit(newer).tree;
  history.walk = walk_commits(repository, older, newer, progress, [&](const ObjectId& id, const CommitObject& commit) {
    if (!commit.signature.empty()) history.are_signed.insert(id);
    if (commit.author.email == kMergeAuthor) history.by_nobody.insert(id);
    const auto apart = commit.author.time - commit.committer.time;
    if (apart > kClockOff || -apart > kClockOff) history.authored.emplace(id, commit.author.time);
  });
  return history;
}

void read_history(const Repository& repository, AuditedHistory& history, const Progress& progress) {
  const Walk& walk = history.walk;
  const std::size_t count = walk.commits.size();
  // The other thread's own store knows nothing of Git's quarantine.
  const bool alone = count <= kMany || is_quarantined(repository);
  const std::size_t half = alone ? count : count / 2;
  const auto tell = [&](std::size_t done) {
    stop_if_interrupted(progress);
    if (progress.report) progress.report(half == count ? done : 2 * done, count);
  };
  if (half == count) {
    history.parts.push_back(read_part(repository.objects, walk, 0, count, tell));
    return;
  }
  OtherHalf other(repository, walk, half);
  history.parts.push_back(read_part(repository.objects, walk, 0, half, tell));
  history.parts.push_back(other.take());
}

}  // namespace crmtrack::ledger
