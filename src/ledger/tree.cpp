#include "ledger/tree.hpp"

#include <algorithm>
#include <cstring>

#include "util/error.hpp"

namespace crmtrack::ledger {
namespace {

[[noreturn]] void fail_tree() {
  throw util::Error(util::ErrorKind::repository, "cannot read the repository: a tree in it is damaged",
                    {"git fsck --full names what is damaged"});
}

const TreeBytes& empty_tree() {
  static const TreeBytes empty = std::make_shared<const std::string>();
  return empty;
}

/// The recursion of compare_trees; the path grows and shrinks with it.
class TreeComparison {
 public:
  TreeComparison(const TreeSource& trees, const DifferenceVisitor& visit, const FolderGate& gate)
      : trees_(trees), visit_(visit), gate_(gate) {}

  void compare(const std::optional<ObjectId>& older, const std::optional<ObjectId>& newer) {
    if (older == newer) return;
    constexpr int kDeepest = 64;  // no path of ours has ten parts: a deeper tree is an attack on the stack
    if (++depth_ > kDeepest) fail_tree();
    const TreeBytes older_bytes = older ? trees_(*older) : empty_tree();
    const TreeBytes newer_bytes = newer ? trees_(*newer) : empty_tree();
    TreeCursor left(*older_bytes);
    TreeCursor right(*newer_bytes);
    while (!left.done() || !right.done()) step(left, right);
    --depth_;
  }

 private:
  void step(TreeCursor& left, TreeCursor& right) {
    if (right.done()) return take(left, TreeDifference::Kind::removed);
    if (left.done()) return take(right, TreeDifference::Kind::added);
    const TreeEntry& older = left.entry();
    const TreeEntry& newer = right.entry();
    const int order = compare_entries(older.name, older.is_tree(), newer.name, newer.is_tree());
    if (order < 0) return take(left, TreeDifference::Kind::removed);
    if (order > 0) return take(right, TreeDifference::Kind::added);
    if (std::memcmp(older.raw_id, newer.raw_id, 20) != 0 || older.mode != newer.mode) change(older, newer);
    left.next();
    right.next();
  }

  void take(TreeCursor& cursor, TreeDifference::Kind kind) {
    const TreeEntry entry = cursor.entry();
    within(entry.name, [&] {
      if (!is_inside(kind, entry)) return;
      if (kind == TreeDifference::Kind::added) return compare(std::nullopt, entry.id());
      compare(entry.id(), std::nullopt);
    });
    cursor.next();
  }

  void change(const TreeEntry& older, const TreeEntry& newer) {
    within(newer.name, [&] {
      if (is_inside(TreeDifference::Kind::changed, newer)) compare(older.id(), newer.id());
    });
  }

  /// Whether the entry is a folder to look into; tells of it otherwise.
  bool is_inside(TreeDifference::Kind kind, const TreeEntry& entry) {
    const Look look = !entry.is_tree() ? Look::as_file : gate_ ? gate_(path_, entry.id()) : Look::inside;
    if (look == Look::as_file) visit_({kind, path_, entry.mode, entry.id()});
    return look == Look::inside;
  }

  template <typename Body>
  void within(std::string_view name, Body body) {
    const std::size_t length = path_.size();
    if (depth_ > 1) path_ += '/';  // below a folder without a name too
    path_ += name;
    body();
    path_.resize(length);
  }

  const TreeSource& trees_;
  const DifferenceVisitor& visit_;
  const FolderGate& gate_;
  std::string path_;
  int depth_ = 0;
};

}  // namespace

void TreeCursor::next() {
  done_ = rest_.empty();
  if (done_) return;
  const auto blank = rest_.find(' ');
  const auto end = blank == std::string_view::npos ? blank : rest_.find('\0', blank + 1);
  constexpr std::size_t kIdSize = 20;
  if (end == std::string_view::npos || rest_.size() - end - 1 < kIdSize) fail_tree();
  entry_.mode = rest_.substr(0, blank);
  entry_.name = rest_.substr(blank + 1, end - blank - 1);
  entry_.raw_id = reinterpret_cast<const std::uint8_t*>(rest_.data()) + end + 1;
  bytes_ = rest_.substr(0, end + 1 + kIdSize);
  rest_.remove_prefix(bytes_.size());
}

int compare_entries(std::string_view left, bool left_is_tree, std::string_view right, bool right_is_tree) {
  const std::size_t common = std::min(left.size(), right.size());
  if (const int order = std::memcmp(left.data(), right.data(), common); order != 0) return order;
  const auto next_of = [&](std::string_view name, bool is_tree) {
    if (name.size() > common) return static_cast<int>(static_cast<unsigned char>(name[common]));
    return is_tree ? static_cast<int>('/') : 0;
  };
  return next_of(left, left_is_tree) - next_of(right, right_is_tree);
}

void append_entry(std::string& tree, std::string_view mode, std::string_view name, const ObjectId& id) {
  tree.append(mode).append(1, ' ').append(name).append(1, '\0').append(id.view());
}

std::optional<TreeEntry> find_entry(std::string_view raw, std::string_view name) {
  for (TreeCursor cursor(raw); !cursor.done(); cursor.next()) {
    if (cursor.entry().name == name) return cursor.entry();
  }
  return std::nullopt;
}

void compare_trees(const TreeSource& trees, const std::optional<ObjectId>& older, const std::optional<ObjectId>& newer,
                   const DifferenceVisitor& visit, const FolderGate& gate) {
  TreeComparison(trees, visit, gate).compare(older, newer);
}

}  // namespace crmtrack::ledger
