#include "ledger/read/range_walk.hpp"

#include <algorithm>
#include <unordered_map>

#include "git/reference/histories.hpp"
#include "ledger/write/trailer.hpp"

namespace crmtrack::ledger {
namespace {

class Walker {
 public:
  Walker(const git::Repository& repository, const git::Progress& progress, const CommitVisitor& visit)
      : repository_(repository), progress_(progress), visit_(visit) {}

  /// Follows single parents from `newer` to `older`; false where the way forks, or has missed it.
  bool follow_parents(const std::optional<git::ObjectId>& older, git::ObjectId newer) {
    constexpr std::chrono::hours kSlack(7 * 24);  // clocks disagree
    const auto earliest =
        older ? repository_.objects.read_commit(*older).committer.time - kSlack : util::Instant::min();
    while (newer != older) {
      if (!walk_.commits.empty() && walk_.commits.back().time < earliest) return false;
      const std::vector<git::ObjectId> parents = add_commit(newer);
      if (parents.size() > 1) return false;
      if (parents.empty()) {
        if (older) return false;
        break;
      }
      newer = parents.front();
    }
    // One parent each, but perhaps none for the first commit of all: turned round, they stand as before.
    std::reverse(walk_.commits.begin(), walk_.commits.end());
    std::reverse(walk_.trees.begin(), walk_.trees.end());
    std::reverse(walk_.parents.begin(), walk_.parents.end());
    for (std::size_t i = 0; i < walk_.first_parent.size(); ++i) {
      const bool first_has_one = walk_.parents.size() == walk_.commits.size();
      walk_.first_parent[i] = static_cast<std::uint32_t>(first_has_one || i == 0 ? i : i - 1);
    }
    return true;
  }

  void walk_graph(const std::optional<git::ObjectId>& older, const git::ObjectId& newer) {
    walk_ = Walk{};
    walk_.linear = false;
    authors_.clear();
    policies_.clear();
    const auto histories =
        git::compare_histories(repository_.objects, older, newer, [this] { stop_if_interrupted(progress_); });
    for (const git::ObjectId& id : histories.only_newer) add_commit(id);
  }

  Walk finish() {
    walk_.first_parent.push_back(static_cast<std::uint32_t>(walk_.parents.size()));
    return std::move(walk_);
  }

 private:
  /// Its parents.
  std::vector<git::ObjectId> add_commit(const git::ObjectId& id) {
    constexpr std::size_t kStep = 1024;
    if (walk_.commits.size() % kStep == 0) stop_if_interrupted(progress_);
    git::CommitObject commit = repository_.objects.read_commit(id);
    if (!commit.fault.empty()) walk_.broken.emplace(id, commit.fault);
    if (visit_) visit_(id, commit);
    walk_.commits.push_back({id, number_of(authors_, walk_.authors, commit.author.email),
                             number_of(policies_, walk_.policies, std::string(policy_trailer(commit.message))), 0,
                             commit.committer.time});
    walk_.trees.push_back(commit.tree);
    walk_.first_parent.push_back(static_cast<std::uint32_t>(walk_.parents.size()));
    walk_.parents.insert(walk_.parents.end(), commit.parents.begin(), commit.parents.end());
    return std::move(commit.parents);
  }

  using Numbers = std::unordered_map<std::string, std::uint32_t>;
  static std::uint32_t number_of(Numbers& numbers, std::vector<std::string>& table, const std::string& text) {
    const auto [place, is_new] = numbers.try_emplace(text, static_cast<std::uint32_t>(table.size()));
    if (is_new) table.push_back(text);
    return place->second;
  }

  const git::Repository& repository_;
  const git::Progress& progress_;
  const CommitVisitor& visit_;
  Walk walk_;
  Numbers authors_, policies_;
};

}  // namespace

void stop_if_interrupted(const git::Progress& progress) {
  if (progress.interrupted && progress.interrupted())
    throw util::Error(util::ErrorKind::cancelled, "cannot finish: interrupted");
}

Walk walk_commits(const git::Repository& repository, const std::optional<git::ObjectId>& older,
                  const git::ObjectId& newer, const git::Progress& progress, const CommitVisitor& visit) {
  Walker walker(repository, progress, visit);
  if (!walker.follow_parents(older, newer)) walker.walk_graph(older, newer);
  return walker.finish();
}

}  // namespace crmtrack::ledger
