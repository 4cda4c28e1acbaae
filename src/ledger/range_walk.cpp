#include "ledger/range_walk.hpp"

#include <algorithm>
#include <unordered_map>

namespace crmtrack::ledger {
namespace {

git_oid to_oid(const ObjectId& id) {
  git_oid oid{};
  std::memcpy(oid.id, id.bytes.data(), id.bytes.size());
  return oid;
}

class Walker {
 public:
  Walker(const Repository& repository, const Progress& progress) : repository_(repository), progress_(progress) {}

  /// Follows single parents from `newer` to `older`; false where the way forks or ends elsewhere.
  bool follow_parents(const std::optional<ObjectId>& older, ObjectId newer) {
    while (newer != older) {
      take(newer);
      const auto& parents = walk_.commits.back().parents;
      if (parents.size() > 1) return false;
      if (parents.empty()) {
        if (older) return false;
        break;
      }
      newer = parents.front();
    }
    std::reverse(walk_.commits.begin(), walk_.commits.end());
    return true;
  }

  void walk_graph(const std::optional<ObjectId>& older, const ObjectId& newer) {
    walk_ = Walk{};
    walk_.linear = false;
    authors_.clear();
    git_revwalk* raw = nullptr;
    check_git2(git2().git_revwalk_new(&raw, repository_.handle.get()), "cannot walk the ledger");
    const RevwalkHandle walk(raw);
    check_git2(git2().git_revwalk_sorting(raw, GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE), "cannot walk the ledger");
    git_oid id = to_oid(newer);
    check_git2(git2().git_revwalk_push(raw, &id), "cannot walk the ledger");
    if (older) {
      id = to_oid(*older);
      check_git2(git2().git_revwalk_hide(raw, &id), "cannot walk the ledger");
    }
    while (git2().git_revwalk_next(&id, raw) == 0) take(object_id_from(id.id));
  }

  Walk finish() { return std::move(walk_); }

 private:
  void take(const ObjectId& id) {
    constexpr std::size_t kStep = 1024;
    if (walk_.commits.size() % kStep == 0) stop_if_interrupted(progress_);
    CommitObject commit = repository_.objects.read_commit(id);
    walk_.commits.push_back({.id = id,
                             .tree = commit.tree,
                             .parents = std::move(commit.parents),
                             .time = commit.committer.time,
                             .author = number_of(commit.author.email)});
  }

  std::uint32_t number_of(const std::string& author) {
    const auto [place, is_new] = authors_.try_emplace(author, static_cast<std::uint32_t>(walk_.authors.size()));
    if (is_new) walk_.authors.push_back(author);
    return place->second;
  }

  const Repository& repository_;
  const Progress& progress_;
  Walk walk_;
  std::unordered_map<std::string, std::uint32_t> authors_;
};

}  // namespace

void stop_if_interrupted(const Progress& progress) {
  if (progress.interrupted && progress.interrupted()) {
    throw util::Error(util::ErrorKind::cancelled, "cannot finish: interrupted");
  }
}

Walk walk_commits(const Repository& repository, const std::optional<ObjectId>& older, const ObjectId& newer,
                  const Progress& progress) {
  Walker walker(repository, progress);
  if (!walker.follow_parents(older, newer)) walker.walk_graph(older, newer);
  return walker.finish();
}

}  // namespace crmtrack::ledger
