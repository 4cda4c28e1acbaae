#include "ledger/audit/history.hpp"

#include <exception>
#include <thread>

#include "git/object/progress.hpp"
#include "git/program/quarantine.hpp"
#include "ledger/audit/tolerances.hpp"
#include "ledger/share/merge_commit.hpp"

namespace crmtrack::ledger {
namespace {

/// From so many commits on a second thread is worth its start.
constexpr std::size_t kMany = 4000;

/// The second half of a walk, read beside the first.
class OtherHalf {
 public:
  OtherHalf(const git::Repository& repository, const Walk& walk, std::size_t from)
      : thread_([this, &repository, &walk, from] {
          try {
            git::ObjectStore objects(repository.location.common_dir / "objects");
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

AuditedHistory walk_history(const git::Repository& repository, const std::optional<git::ObjectId>& older,
                            const git::ObjectId& newer, const git::Progress& progress) {
  AuditedHistory history;
  history.older = older;
  history.newer = newer;
  history.tree = repository.objects.read_commit(newer).tree;
  history.walk =
      walk_commits(repository, older, newer, progress, [&](const git::ObjectId& id, const git::CommitObject& commit) {
        if (!commit.signature.empty()) history.are_signed.insert(id);
        if (commit.author.email == kMergeAuthor) history.by_nobody.insert(id);
        const auto apart = commit.author.time - commit.committer.time;
        if (apart > kClockOff || -apart > kClockOff) history.authored.emplace(id, commit.author.time);
      });
  return history;
}

void read_history(const git::Repository& repository, AuditedHistory& history, const git::Progress& progress) {
  const Walk& walk = history.walk;
  const std::size_t count = walk.commits.size();
  // The other thread's own store knows nothing of Git's quarantine.
  const bool alone = count <= kMany || git::is_quarantined(repository);
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
