#include "ledger/read/known_at.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

namespace crmtrack::ledger {

namespace {

/// How far behind the time a walk from a known commit goes on, in time or else in steps: a commit that is dated a month
/// before its ancestors, and stands further back, is not found.
constexpr std::chrono::hours kSlack(31 * 24);
constexpr int kFurthest = 256;

class KnownWalk {
 public:
  KnownWalk(const git::ObjectStore& objects, util::Instant time) : objects_(objects), time_(time) {}

  KnownAt run(const git::ObjectId& head) {
    collect_later(head);
    heads_ = known_;
    if (known_.size() > 1 || reaches_root_) drop_ancestors_of_known();
    std::vector<git::ObjectId> heads(heads_.begin(), heads_.end());
    std::ranges::sort(heads);
    return {std::move(heads), std::move(later_)};
  }

 private:
  /// From the head as long as commits are dated after the time; `known_` are those that they end at.
  void collect_later(const git::ObjectId& head) {
    std::vector<git::ObjectId> left{head};
    while (!left.empty()) {
      const git::ObjectId id = left.back();
      left.pop_back();
      if (later_.contains(id) || known_.contains(id)) continue;
      const git::CommitObject commit = objects_.read_commit(id);
      if (commit.committer.time <= time_) {
        known_.insert(id);
        continue;
      }
      later_.insert(id);
      reaches_root_ = reaches_root_ || commit.parents.empty();
      left.insert(left.end(), commit.parents.begin(), commit.parents.end());
    }
  }

  void drop_ancestors_of_known() {
    struct Step {
      git::ObjectId id;
      int steps;
    };
    std::vector<Step> left;
    for (const git::ObjectId& id : known_) left.push_back({id, 0});
    std::unordered_set<git::ObjectId> seen;
    for (std::size_t next = 0; next < left.size(); ++next) {
      const auto [id, steps] = left[next];
      if (!seen.insert(id).second) continue;
      const git::CommitObject commit = objects_.read_commit(id);
      later_.erase(id);
      if (steps >= kFurthest && commit.committer.time < time_ - kSlack) continue;
      for (const git::ObjectId& parent : commit.parents) {
        heads_.erase(parent);
        left.push_back({parent, steps + 1});
      }
    }
  }

  const git::ObjectStore& objects_;
  util::Instant time_;
  std::unordered_set<git::ObjectId> later_, known_, heads_;
  bool reaches_root_ = false;
};

}  // namespace

KnownAt known_at(const git::ObjectStore& objects, const git::ObjectId& head, util::Instant time) {
  return KnownWalk(objects, time).run(head);
}

}  // namespace crmtrack::ledger
