#include "git/object/tree_compare.hpp"

#include <algorithm>
#include <cstring>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "git/object/git_rules.hpp"
#include "git/object/tree_middle.hpp"
#include "util/error.hpp"

namespace crmtrack::git {
namespace {

const TreeBytes& empty_tree() {
  static const TreeBytes empty = std::make_shared<const TreeText>();
  return empty;
}

bool is_same(const TreeEntry& one, const TreeEntry& other) {
  return std::memcmp(one.raw_id, other.raw_id, sizeof(ObjectId)) == 0 && one.mode == other.mode;
}

/// An entry's name as a path shows it, each slash doubled: a name with a slash in it leads nowhere, and must not look
/// like a path that does.
std::string shown_name(std::string_view name) {
  std::string shown;
  for (const char c : name) shown.append(c == '/' ? 2 : 1, c);
  return shown;
}

/// The entries of one name on both sides.
struct Namesakes {
  std::vector<TreeEntry> older, newer;

  [[nodiscard]] bool are_same() const {
    const auto raw = [](const TreeEntry& entry) { return std::tuple(entry.id(), entry.mode); };
    const auto less = [&](const TreeEntry& a, const TreeEntry& b) { return raw(a) < raw(b); };
    std::vector<TreeEntry> left = older, right = newer;
    std::sort(left.begin(), left.end(), less);
    std::sort(right.begin(), right.end(), less);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), is_same);
  }
};

/// The files below a name: the contents of each path, more than one where a tree names it twice.
using Listing = std::map<std::string, std::map<ObjectId, std::string>>;  // path → object → mode

/// The recursion of compare_trees; the path grows and shrinks with it.
class TreeComparison {
 public:
  TreeComparison(const TreeSource& trees, const DifferenceVisitor& visit, const FolderGate& gate,
                 const TreeFaultVisitor& broken)
      : trees_(trees), visit_(&visit), gate_(gate), broken_(broken) {}

  void compare(const std::optional<ObjectId>& older, const std::optional<ObjectId>& newer) {
    if (older == newer) return;
    constexpr int kDeepest = 64;  // no path of ours has ten parts: a deeper tree is an attack on the stack
    if (++depth_ > kDeepest)
      throw util::Error(util::ErrorKind::repository, "cannot read the repository: a tree in it is damaged",
                        {"git fsck --full names what is damaged"});
    const TreeBytes older_bytes = older ? trees_(*older) : empty_tree();
    const TreeBytes newer_bytes = newer ? trees_(*newer) : empty_tree();
    compare(*older_bytes, *newer_bytes);
    --depth_;
  }

 private:
  void compare(const TreeText& older, const TreeText& newer) {
    if (!older.is_sound()) return compare_broken(older, newer);
    const TreeMiddle middle = find_middle(older, newer);
    if (!newer.is_known_sound() && is_sound_middle(middle)) newer.remember_sound();
    if (!newer.is_sound()) return compare_broken(older, newer);
    TreeCursor left(middle.older);
    TreeCursor right(middle.newer);
    while (!left.done() || !right.done()) compare_next(left, right);
  }

  void compare_next(TreeCursor& left, TreeCursor& right) {
    if (right.done()) return report(left, TreeDifference::Kind::removed);
    if (left.done()) return report(right, TreeDifference::Kind::added);
    const TreeEntry& older = left.entry();
    const TreeEntry& newer = right.entry();
    const int order = compare_entries(older.name, older.is_tree(), newer.name, newer.is_tree());
    if (order < 0) return report(left, TreeDifference::Kind::removed);
    if (order > 0) return report(right, TreeDifference::Kind::added);
    if (!is_same(older, newer)) change(older, newer);
    left.next();
    right.next();
  }

  void report(TreeCursor& cursor, TreeDifference::Kind kind) {
    report(cursor.entry(), kind);
    cursor.next();
  }

  void report(const TreeEntry& entry, TreeDifference::Kind kind) {
    within(
        entry.name,
        [&] {
          if (!is_inside(kind, entry)) return;
          if (kind == TreeDifference::Kind::added) return compare(std::nullopt, entry.id());
          compare(entry.id(), std::nullopt);
        });
  }

  void change(const TreeEntry& older, const TreeEntry& newer) {
    within(
        newer.name,
        [&] {
          if (is_inside(TreeDifference::Kind::changed, newer)) compare(older.id(), newer.id());
        });
  }

  void compare_broken(const TreeText& older, const TreeText& newer) {
    if (!newer.is_sound() && broken_) broken_(path_.empty() ? "." : path_, *find_tree_fault(newer));
    std::map<std::pair<std::string_view, bool>, Namesakes> names;  // by name, and whether it is a folder
    for (TreeCursor cursor(older); !cursor.done(); cursor.next())
      names[{cursor.entry().name, cursor.entry().is_tree()}].older.push_back(cursor.entry());
    for (TreeCursor cursor(newer); !cursor.done(); cursor.next())
      names[{cursor.entry().name, cursor.entry().is_tree()}].newer.push_back(cursor.entry());
    for (const auto& [name, both] : names)
      if (!both.are_same()) compare_namesakes(both);
  }

  void compare_namesakes(const Namesakes& both) {
    using Kind = TreeDifference::Kind;
    if (both.older.size() == 1 && both.newer.size() == 1) return change(both.older.front(), both.newer.front());
    if (both.older.empty() && both.newer.size() == 1) return report(both.newer.front(), Kind::added);
    if (both.newer.empty() && both.older.size() == 1) return report(both.older.front(), Kind::removed);
    compare_listings(list(both.older, Kind::removed), list(both.newer, Kind::added));
  }

  Listing list(const std::vector<TreeEntry>& entries, TreeDifference::Kind kind) {
    Listing listing;
    const DifferenceVisitor collect = [&](const TreeDifference& file) {
      listing[file.path].emplace(file.id, std::string(file.mode));
    };
    const DifferenceVisitor* const visit = std::exchange(visit_, &collect);
    for (const TreeEntry& entry : entries) report(entry, kind);
    visit_ = visit;
    return listing;
  }

  /// Reports the contents that only one side has of each path. Contents that both have are no change.
  void compare_listings(const Listing& older, const Listing& newer) {
    for (const auto& [path, contents] : older) {
      if (newer.count(path) != 0) continue;
      for (const auto& [id, mode] : contents) (*visit_)({TreeDifference::Kind::removed, path, mode, id});
    }
    for (const auto& [path, contents] : newer) {
      const auto before = older.find(path);
      const auto kind = before == older.end() ? TreeDifference::Kind::added : TreeDifference::Kind::changed;
      for (const auto& [id, mode] : contents) {
        const bool stood = before != older.end() && before->second.count(id) != 0 && before->second.at(id) == mode;
        if (!stood) (*visit_)({kind, path, mode, id});
      }
    }
  }

  /// Whether the entry is a folder to look into. Reports it as a file where the gate, or its mode, says so.
  bool is_inside(TreeDifference::Kind kind, const TreeEntry& entry) {
    const Look look = !entry.is_tree() ? Look::as_file : gate_ ? gate_(path_, entry.id()) : Look::inside;
    if (look == Look::as_file) (*visit_)({kind, path_, entry.mode, entry.id()});
    return look == Look::inside;
  }

  template <typename Body>
  void within(std::string_view name, Body body) {
    const std::size_t length = path_.size();
    if (depth_ > 1) path_ += '/';  // even below a folder whose name is empty
    if (name.find('/') == std::string_view::npos)
      path_ += name;
    else
      path_ += shown_name(name);
    body();
    path_.resize(length);
  }

  const TreeSource& trees_;
  const DifferenceVisitor* visit_;
  const FolderGate& gate_;
  const TreeFaultVisitor& broken_;
  std::string path_;
  int depth_ = 0;
};

}  // namespace

void compare_trees(const TreeSource& trees, const std::optional<ObjectId>& older, const std::optional<ObjectId>& newer,
                   const DifferenceVisitor& visit, const FolderGate& gate, const TreeFaultVisitor& broken) {
  TreeComparison(trees, visit, gate, broken).compare(older, newer);
}

}  // namespace crmtrack::git
