#include "git/reference/histories.hpp"

#include <algorithm>
#include <iterator>
#include <queue>
#include <unordered_map>
#include <utility>

#include "util/error.hpp"

namespace crmtrack::git {
namespace {

using Number = std::uint32_t;

enum Side : std::uint8_t { kNeither = 0, kOlder = 1, kNewer = 2, kBoth = 3 };

struct Node {
  ObjectId id;
  util::Instant time{};
  std::vector<Number> parents;
  std::uint8_t sides = kNeither;
  bool queued = false;
  bool ordered = false;
};

/// Paints commits by which of the two heads descend from them, newest first.
class Painter {
 public:
  Painter(const ObjectStore& objects, const std::function<void()>& tell) : objects_(objects), tell_(tell) {}

  Histories compare(const std::optional<ObjectId>& older, const ObjectId& newer) {
    const Number to = number_of(newer);
    const Number from = older ? number_of(*older) : to;
    if (older) paint(from, kOlder);
    paint(to, kNewer);
    while (!queue_.empty() && is_worth_going_on()) visit(take());
    Histories result;
    result.older_is_ancestor = older && (nodes_[from].sides & kNewer) != 0;
    order_from(to, result.only_newer);
    return result;
  }

  /// The commits of both histories that no painted commit of both has for a parent, after `compare`. All merge bases
  /// are among them, whatever the dates: above a base there are commits of one side only, and all of these are visited.
  [[nodiscard]] std::vector<ObjectId> shared_tips() const {
    std::vector<bool> has_child(nodes_.size());
    for (const Node& node : nodes_)
      for (const Number parent : node.parents) has_child[parent] = has_child[parent] || node.sides == kBoth;
    std::vector<ObjectId> tips;
    for (Number number = 0; number < nodes_.size(); ++number)
      if (nodes_[number].sides == kBoth && !has_child[number]) tips.push_back(nodes_[number].id);
    return tips;
  }

 private:
  struct Earlier {
    bool operator()(const std::pair<util::Instant, Number>& a, const std::pair<util::Instant, Number>& b) const {
      return a.first != b.first ? a.first < b.first : a.second > b.second;
    }
  };

  Number number_of(const ObjectId& id) {
    const auto [place, is_new] = numbers_.try_emplace(id, static_cast<Number>(nodes_.size()));
    if (is_new) nodes_.emplace_back().id = id;
    return place->second;
  }

  /// Paints a commit. One that is painted anew hands its paint on to its parents once more.
  void paint(Number number, std::uint8_t sides) {
    Node& node = nodes_[number];
    if ((node.sides | sides) == node.sides) return;
    if (node.sides == kNeither) read(number);
    if (nodes_[number].queued && nodes_[number].sides != kBoth) --open_;
    nodes_[number].sides |= sides;
    if (!nodes_[number].queued) queue_.emplace(nodes_[number].time, number);
    nodes_[number].queued = true;
    if (nodes_[number].sides != kBoth) ++open_;
  }

  void read(Number number) {
    constexpr std::size_t kStep = 1024;
    if (++read_ % kStep == 0 && tell_) tell_();
    const CommitObject commit = objects_.read_commit(nodes_[number].id);
    nodes_[number].time = commit.committer.time;
    std::vector<Number> parents;
    for (const ObjectId& parent : commit.parents) parents.push_back(number_of(parent));
    nodes_[number].parents = std::move(parents);  // numbering may have moved the node
  }

  Number take() {
    const Number number = queue_.top().second;
    queue_.pop();
    Node& node = nodes_[number];
    node.queued = false;
    if (node.sides != kBoth) --open_;
    return number;
  }

  void visit(Number number) {
    const Node& node = nodes_[number];
    const std::uint8_t sides = node.sides;
    if (sides != kBoth) oldest_open_ = std::min(oldest_open_, node.time);
    const std::vector<Number> parents = node.parents;
    for (const Number parent : parents) paint(parent, sides);
  }

  /// Once nothing is left that only one side has, a little further: clocks that disagree may have shown us a commit
  /// before one of its descendants.
  [[nodiscard]] bool is_worth_going_on() const {
    constexpr std::chrono::hours kSlack(7 * 24);
    return open_ > 0 || (oldest_open_ != util::Instant::max() && queue_.top().first >= oldest_open_ - kSlack);
  }

  /// Parents before their children, without recursion: a history is long.
  void order_from(Number last, std::vector<ObjectId>& order) {
    std::vector<std::pair<Number, std::size_t>> path;
    const auto enter = [&](Number number) {
      if (nodes_[number].sides != kNewer || std::exchange(nodes_[number].ordered, true)) return;
      path.emplace_back(number, 0);
    };
    enter(last);
    while (!path.empty()) {
      const Number number = path.back().first;
      if (path.back().second < nodes_[number].parents.size()) {
        enter(nodes_[number].parents[path.back().second++]);
      } else {
        order.push_back(nodes_[number].id);
        path.pop_back();
      }
    }
  }

  const ObjectStore& objects_;
  const std::function<void()>& tell_;
  std::vector<Node> nodes_;
  std::unordered_map<ObjectId, Number> numbers_;
  std::priority_queue<std::pair<util::Instant, Number>, std::vector<std::pair<util::Instant, Number>>, Earlier> queue_;
  std::size_t open_ = 0;  // queued, and of one side only
  std::size_t read_ = 0;
  util::Instant oldest_open_ = util::Instant::max();
};

/// Whether `older` is among the last few first parents of `newer`: after one's own write it is the very next one.
bool is_close_ancestor(const ObjectStore& objects, const ObjectId& older, ObjectId newer) {
  constexpr int kClose = 8;
  try {
    for (int i = 0; i < kClose; ++i) {
      const std::vector<ObjectId> parents = objects.read_commit(newer).parents;
      if (parents.empty()) return false;
      if (parents.front() == older) return true;
      newer = parents.front();
    }
  } catch (const util::Error&) {
    // The whole comparison may not need what is missing here.
  }
  return false;
}

bool descends_from(const ObjectStore& objects, const ObjectId& older, const ObjectId& newer) {
  return is_close_ancestor(objects, older, newer) || Painter(objects, {}).compare(older, newer).older_is_ancestor;
}

/// Leaves those from which no other one descends, in the order of their ids.
std::vector<ObjectId> reduce_to_newest(const ObjectStore& objects, std::vector<ObjectId> commits) {
  std::ranges::sort(commits);
  std::vector<ObjectId> newest;
  std::ranges::copy_if(commits, std::back_inserter(newest), [&](const ObjectId& one) {
    return std::ranges::none_of(
        commits, [&](const ObjectId& other) { return other != one && descends_from(objects, one, other); });
  });
  return newest;
}

}  // namespace

bool is_ancestor(const ObjectStore& objects, const ObjectId& older, const ObjectId& newer) {
  if (older == newer) return true;
  try {
    return descends_from(objects, older, newer);
  } catch (const util::Error&) {
    return false;
  }
}

Histories compare_histories(const ObjectStore& objects, const std::optional<ObjectId>& older, const ObjectId& newer,
                            const std::function<void()>& tell) {
  Painter painter(objects, tell);
  Histories result = painter.compare(older, newer);
  if (!older) return result;
  const std::vector<ObjectId> bases = reduce_to_newest(objects, painter.shared_tips());
  if (!bases.empty()) result.base = bases.front();
  return result;
}

std::vector<ObjectId> find_merge_bases(const ObjectStore& objects, const ObjectId& one, const ObjectId& other) {
  const std::function<void()> tell;
  Painter painter(objects, tell);
  painter.compare(one, other);
  return reduce_to_newest(objects, painter.shared_tips());
}

}  // namespace crmtrack::git
