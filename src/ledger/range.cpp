#include "ledger/range.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>
#include <thread>
#include <tuple>

#include "ledger/ledger.hpp"
#include "ledger/range_part.hpp"
#include "ledger/range_walk.hpp"
#include "ledger/repository.hpp"

namespace crmtrack::ledger {
namespace {

/// Below this, opening the repository's packs once more takes longer than it saves.
constexpr std::size_t kWorthAThread = 2000;

class RangeReader {
 public:
  RangeReader(const Repository& repository, const Progress& progress) : repository_(repository), progress_(progress) {}

  Range read(const std::optional<ObjectId>& older, const ObjectId& newer) {
    walk_ = walk_commits(repository_, older, newer, progress_);
    const std::size_t count = walk_.commits.size();
    if (count >= kWorthAThread && std::thread::hardware_concurrency() > 1) {
      read_in_halves(count / 2, count);
    } else {
      take(read_first(count));
    }
    range_.commits = std::move(walk_.commits);
    range_.authors = std::move(walk_.authors);
    // A straight line of commits that only add names each path once.
    const bool simple = walk_.linear && range_.faults.empty() && in_order_;
    walk_ = {};
    if (!simple) keep_first_additions();
    if (older && !simple) set_known_apart(repository_.objects.read_commit(*older).tree);
    return std::move(range_);
  }

 private:
  RangePart read_first(std::size_t to) {
    return read_part(repository_.objects, walk_, 0, to, [&](std::size_t done) {
      stop_if_interrupted(progress_);
      if (progress_.report) progress_.report(done * walk_.commits.size() / to, walk_.commits.size());
    });
  }

  /// Trees are read at the speed of decompression, so two threads take half the time; each has its own object store.
  void read_in_halves(std::size_t middle, std::size_t count) {
    std::atomic<bool> stopped = false;
    auto second = std::async(std::launch::async, [&] {
      const ObjectStore objects(repository_.location.common_dir / "objects");
      return read_part(objects, walk_, middle, count, [&](std::size_t) {
        if (stopped) throw util::Error(util::ErrorKind::cancelled, "cannot finish: interrupted");
      });
    });
    try {
      take(read_first(middle));
    } catch (...) {
      stopped = true;
      second.wait();
      throw;
    }
    take(second.get());
  }

  void take(RangePart part) {
    in_order_ = in_order_ && part.in_order;
    range_.added.insert(range_.added.end(), part.added.begin(), part.added.end());
    std::move(part.faults.begin(), part.faults.end(), std::back_inserter(range_.faults));
    range_.paths.push_back(std::move(part.paths));
  }

  void keep_first_additions() {
    const auto key = [this](const Added& file) {
      const Range::Commit& commit = range_.commit_of(file);
      return std::tie(file.path, commit.time, commit.id, file.blob);
    };
    std::vector<Added>& added = range_.added;
    std::sort(added.begin(), added.end(), [&](const Added& a, const Added& b) { return key(a) < key(b); });
    const auto repeats = [this](const Added& first, const Added& other) {
      if (first.path != other.path) return false;
      if (first.blob != other.blob) {
        range_.faults.push_back(
            {range_.commit_of(other).id.hex(), std::string(other.path), "added with another content"});
      }
      return true;
    };
    added.erase(std::unique(added.begin(), added.end(), repeats), added.end());
  }

  void set_known_apart(const ObjectId& old_root) {
    std::vector<Added>& added = range_.added;
    const auto known = std::stable_partition(added.begin(), added.end(), [&](const Added& file) {
      return !repository_.objects.find_path(old_root, file.path);
    });
    range_.again.assign(known, added.end());
    added.erase(known, added.end());
  }

  const Repository& repository_;
  const Progress& progress_;
  Walk walk_;
  Range range_;
  bool in_order_ = true;
};

}  // namespace

Range Ledger::range(const std::string& older, const std::string& newer, const Progress& progress) const {
  const auto from = older.empty() ? std::nullopt : std::optional(get_object_id(older));
  return RangeReader(*impl_, progress).read(from, get_object_id(newer));
}

}  // namespace crmtrack::ledger
