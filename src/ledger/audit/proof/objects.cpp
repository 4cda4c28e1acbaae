#include "ledger/audit/proof/objects.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "ledger/read/range_walk.hpp"

namespace crmtrack::ledger {
namespace {

class Collector {
 public:
  explicit Collector(const git::ObjectStore& objects) : objects_(objects) {}

  void add_commit(const git::ObjectId& id) { add(id); }

  /// The trees down to a folder or file, and all that is in it.
  void add_place(const git::ObjectId& root, std::string_view place) {
    git::ObjectId tree = root;
    add(tree);
    while (!place.empty()) {
      const std::size_t slash = place.find('/');
      const git::TreeBytes bytes = objects_.read_tree(tree);
      const auto entry = git::find_entry(*bytes, place.substr(0, slash));
      if (!entry || entry->mode == git::kSubmoduleMode) return;
      tree = entry->id();
      add(tree);
      if (!entry->is_tree()) return;
      place.remove_prefix(slash == std::string_view::npos ? place.size() : slash + 1);
    }
    add_all(tree, 0);
  }

  ProofObjects finish() {
    ProofObjects proof;
    for (const git::ObjectId& id : order_) proof.objects.push_back(id.hex());
    return proof;
  }

 private:
  void add(const git::ObjectId& id) {
    if (known_.insert(id).second) order_.push_back(id);
  }

  void add_all(const git::ObjectId& tree, int depth) {
    constexpr int kDeepest = 4;  // a story's folder holds files, and folders of attachments
    if (depth > kDeepest) return;
    const git::TreeBytes bytes = objects_.read_tree(tree);
    for (git::TreeCursor cursor(*bytes); !cursor.done(); cursor.next()) {
      if (cursor.entry().mode == git::kSubmoduleMode) continue;
      add(cursor.entry().id());
      if (cursor.entry().is_tree()) add_all(cursor.entry().id(), depth + 1);
    }
  }

  const git::ObjectStore& objects_;
  std::unordered_set<git::ObjectId> known_;
  std::vector<git::ObjectId> order_;
};

/// The place in a walk of the oldest of these commits; the end where it has none of them.
std::size_t find_oldest(const Walk& walk, const std::vector<std::string>& commits) {
  std::unordered_set<git::ObjectId> wanted;
  for (const std::string& commit : commits) wanted.insert(git::get_object_id(commit));
  const auto found = std::find_if(walk.commits.begin(), walk.commits.end(),
                                  [&](const Range::Commit& commit) { return wanted.contains(commit.id); });
  return static_cast<std::size_t>(found - walk.commits.begin());
}

}  // namespace

namespace {

/// All commits of the walk from the oldest of `commits` on; those whose parents are not among them go to `shallow`.
void add_history(const Walk& walk, const std::vector<std::string>& commits, Collector& collector,
                 std::vector<std::string>& shallow) {
  std::unordered_set<git::ObjectId> chain;
  for (std::size_t i = find_oldest(walk, commits); i < walk.commits.size(); ++i) {
    const auto parents = walk.parents_of(i);
    const auto is_absent = [&](const git::ObjectId& id) { return !chain.contains(id); };
    if (std::any_of(parents.begin(), parents.end(), is_absent)) shallow.push_back(walk.commits[i].id.hex());
    chain.insert(walk.commits[i].id);
    collector.add_commit(walk.commits[i].id);
  }
}

}  // namespace

ProofObjects collect_proof_objects(const Ledger& ledger, const std::string& head,
                                   const std::vector<std::string>& folders, const std::vector<std::string>& commits,
                                   bool with_history, const git::Progress& progress) {
  const git::ObjectStore& objects = ledger.repository().objects;
  Collector collector(objects);
  std::vector<std::string> shallow;
  const auto add_places = [&](const git::ObjectId& commit) {
    const git::ObjectId root = objects.read_commit(commit).tree;
    for (const std::string& place : folders) collector.add_place(root, place);
  };
  std::vector<std::string> shown = commits;
  shown.push_back(head);
  std::sort(shown.begin(), shown.end());
  shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
  for (const std::string& commit : shown) {
    const git::ObjectId id = git::get_object_id(commit);
    collector.add_commit(id);
    add_places(id);
    const std::vector<git::ObjectId> parents = objects.read_commit(id).parents;
    if (with_history) std::for_each(parents.begin(), parents.end(), add_places);
    if (!with_history && !parents.empty()) shallow.push_back(commit);
  }
  if (with_history)
    add_history(walk_commits(ledger.repository(), std::nullopt, git::get_object_id(head), progress), commits, collector,
                shallow);
  ProofObjects proof = collector.finish();
  proof.shallow = std::move(shallow);
  return proof;
}

}  // namespace crmtrack::ledger
