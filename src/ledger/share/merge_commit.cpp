#include "ledger/share/merge_commit.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "git/object/object_sink.hpp"
#include "git/object/tree_union.hpp"
#include "ledger/rule/bounds.hpp"
#include "ledger/write/trailer.hpp"

namespace crmtrack::ledger {
namespace {

constexpr const char* kSubject = "merge: two histories of the ledger";
constexpr const char* kMendedSubject = "merge: two histories of the ledger, what one removed is kept";

/// Names objects and keeps none.
class HashSink : public git::ObjectSink {
 public:
  git::ObjectId write(git::ObjectKind kind, std::string_view bytes) override { return git::hash_object(kind, bytes); }
  void finish() override {}
};

}  // namespace

git::CommitObject compose_merge(const git::ObjectStore& objects, const git::ObjectId& one, const git::ObjectId& other,
                                const git::ObjectId& tree, bool mended) {
  const auto [first, second] = std::minmax(one, other);
  const git::CommitObject left = objects.read_commit(first);
  const git::CommitObject right = objects.read_commit(second);
  const git::CommitObject& later = left.committer.time > right.committer.time ? left : right;
  git::CommitObject merge;
  merge.tree = tree;
  merge.parents = {first, second};
  merge.author = {kMergeAuthor, kMergeAuthor, later.committer.time, later.committer.offset};
  merge.committer = merge.author;
  std::vector<std::string> trailers;
  if (const auto policy = git::parse_object_id(policy_trailer(later.message)))
    trailers.push_back("Policy: " + policy->hex());
  merge.message = git::render_message(mended ? kMendedSubject : kSubject, trailers);
  return merge;
}

bool is_our_merge(const git::ObjectStore& objects, const git::CommitObject& commit) {
  if (commit.parents.size() != 2 || commit.author.email != kMergeAuthor || !commit.signature.empty()) return false;
  const git::ObjectId& one = commit.parents.front();
  const git::ObjectId& other = commit.parents.back();
  HashSink sink;
  bool clashes = false;
  git::ObjectId tree;
  try {
    tree = git::unite_trees(
        objects.trees(), sink, objects.read_commit(one).tree, objects.read_commit(other).tree,
        [&](const std::string&) { clashes = true; });
  } catch (const util::Error& error) {
    if (error.kind() != util::ErrorKind::refused) throw;
    return false;  // of such trees we make no merge but a mended one
  }
  return !clashes && git::render_commit(commit) == git::render_commit(compose_merge(objects, one, other, tree, false));
}

}  // namespace crmtrack::ledger
