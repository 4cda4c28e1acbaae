#include "git/object/tree_union.hpp"

#include <fmt/format.h>

#include <cstring>

#include "git/object/git_rules.hpp"
#include "util/error.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::git {
namespace {

class TreeUnion {
 public:
  TreeUnion(const TreeSource& trees, ObjectSink& sink, const ClashVisitor& clash)
      : trees_(trees), sink_(sink), clash_(clash) {}

  ObjectId unite(const ObjectId& left, const ObjectId& right) {
    if (left == right) return left;
    constexpr std::size_t kDeepest = 64;
    if (++depth_ > kDeepest)
      throw util::Error(util::ErrorKind::refused, "cannot merge: folders are nested deeper than any of ours");
    const TreeBytes left_bytes = trees_(left);
    const TreeBytes right_bytes = trees_(right);
    for (const TreeBytes& bytes : {left_bytes, right_bytes})
      if (!bytes->is_sound()) refuse_broken(*bytes);
    const std::string both = join(*left_bytes, *right_bytes);
    --depth_;
    if (both == *left_bytes) return left;
    if (both == *right_bytes) return right;
    return sink_.write(ObjectKind::tree, both);
  }

 private:
  [[noreturn]] void refuse_broken(const std::string& tree) const {
    throw util::Error(util::ErrorKind::refused,
                      fmt::format("cannot merge: the folder '{}' {}", path_.empty() ? "." : util::visible_line(path_),
                                  *find_tree_fault(tree)),
                      {"to take all that is sound in it: crmtrack sync --mend"});
  }

  std::string join(std::string_view left, std::string_view right) {
    std::string both;
    both.reserve(left.size() + right.size());
    TreeCursor ours(left);
    TreeCursor theirs(right);
    while (!ours.done() && !theirs.done()) {
      const TreeEntry& a = ours.entry();
      const TreeEntry& b = theirs.entry();
      const int order = compare_entries(a.name, a.is_tree(), b.name, b.is_tree());
      if (order == 0) append_both(both, ours, theirs);
      if (order < 0) both += ours.bytes();
      if (order > 0) both += theirs.bytes();
      if (order <= 0) ours.next();
      if (order >= 0) theirs.next();
    }
    for (; !ours.done(); ours.next()) both += ours.bytes();
    for (; !theirs.done(); theirs.next()) both += theirs.bytes();
    return both;
  }

  void append_both(std::string& both, const TreeCursor& ours, const TreeCursor& theirs) {
    const TreeEntry& a = ours.entry();
    const TreeEntry& b = theirs.entry();
    const bool same = a.mode == b.mode && std::memcmp(a.raw_id, b.raw_id, sizeof(ObjectId)) == 0;
    const std::size_t length = path_.size();
    path_.append(length == 0 ? "" : "/").append(a.name);
    if (!same && a.is_tree() && b.is_tree()) {
      append_entry(both, a.mode, a.name, unite(a.id(), b.id()));
    } else {
      if (!same) clash_(path_);
      both += ours.bytes();
    }
    path_.resize(length);
  }

  const TreeSource& trees_;
  ObjectSink& sink_;
  const ClashVisitor& clash_;
  std::string path_;
  std::size_t depth_ = 0;
};

}  // namespace

ObjectId unite_trees(const TreeSource& trees, ObjectSink& sink, const ObjectId& left, const ObjectId& right,
                     const ClashVisitor& clash) {
  return TreeUnion(trees, sink, clash).unite(left, right);
}

}  // namespace crmtrack::git
