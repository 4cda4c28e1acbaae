#include "ledger/merge_commit.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "ledger/object_sink.hpp"
#include "ledger/structure.hpp"
#include "ledger/trailer.hpp"
#include "ledger/tree_union.hpp"

namespace crmtrack::ledger {
namespace {

constexpr const char* kSubject = "merge: two histories of the ledger";
constexpr const char* kMendedSubject = "merge: two histories of the ledger, what one removed is kept";

/// Names objects and keeps none.
class HashSink : public ObjectSink {
 public:
  ObjectId write(ObjectKind kind, std::string_view bytes) override { return hash_object(kind, bytes); }
  void finish() override {}
};

}  // namespace

CommitObject compose_merge(const ObjectStore& objects, const ObjectId& one, const ObjectId& other, const ObjectId& tree,
                           bool mended) {
  const auto [first, second] = std::minmax(one, other);
  const CommitObject left = objects.read_commit(first);
  const CommitObject right = objects.read_commit(second);
  const CommitObject& later = left.committer.time > right.committer.time ? left : right;
  CommitObject merge;
  merge.tree = tree;
  merge.parents = {first, second};
  merge.author = {kMergeAuthor, kMergeAuthor, later.committer.time, later.committer.offset};
  merge.committer = merge.author;
  std::vector<std::string> trailers;
  if (const auto policy = parse_object_id(policy_trailer(later.message))) {
    trailers.push_back("Policy: " + policy->hex());
  }
  merge.message = render_message(mended ? kMendedSubject : kSubject, trailers);
  return merge;
}

bool is_our_merge(const ObjectStore& objects, const CommitObject& commit) {
  if (commit.parents.size() != 2 || commit.author.email != kMergeAuthor || !commit.signature.empty()) return false;
  const ObjectId& one = commit.parents.front();
  const ObjectId& other = commit.parents.back();
  HashSink sink;
  bool clashes = false;
  ObjectId tree;
  try {
    tree = unite_trees(objects.trees(), sink, objects.read_commit(one).tree, objects.read_commit(other).tree,
                       [&](const std::string&) { clashes = true; });
  } catch (const util::Error& error) {
    if (error.kind() != util::ErrorKind::refused) throw;
    return false;  // of such trees we make no merge but a mended one
  }
  return !clashes && render_commit(commit) == render_commit(compose_merge(objects, one, other, tree, false));
}

}  // namespace crmtrack::ledger
