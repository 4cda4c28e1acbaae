#include "git/object/tree_middle.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "git/object/git_rules.hpp"

namespace crmtrack::git {
namespace {

constexpr std::size_t kBlock = 64;

std::size_t count_equal_front(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t count = 0;
  while (count + kBlock <= most && std::memcmp(a.data() + count, b.data() + count, kBlock) == 0) count += kBlock;
  while (count < most && a[count] == b[count]) ++count;
  return count;
}

std::size_t count_equal_back(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  const char* const a_end = a.data() + a.size();
  const char* const b_end = b.data() + b.size();
  std::size_t count = 0;
  while (count + kBlock <= most && std::memcmp(a_end - count - kBlock, b_end - count - kBlock, kBlock) == 0)
    count += kBlock;
  while (count < most && *(a_end - count - 1) == *(b_end - count - 1)) ++count;
  return count;
}

/// A cursor that knows how many bytes lie before it.
class CountingCursor {
 public:
  explicit CountingCursor(std::string_view bytes) : bytes_(bytes), cursor_(bytes) {}
  [[nodiscard]] const TreeCursor& cursor() const { return cursor_; }
  [[nodiscard]] std::size_t passed() const { return passed_; }
  [[nodiscard]] std::size_t left() const { return bytes_.size() - passed_; }
  void next() {
    passed_ += cursor_.bytes().size();
    cursor_.next();
  }

 private:
  std::string_view bytes_;
  TreeCursor cursor_;
  std::size_t passed_ = 0;
};

/// The whole entries that the first bytes of a tree hold: where the last begins, and where it ends.
struct FrontEnd {
  std::size_t last = 0;
  std::size_t end = 0;
};

/// Nearly all entries of a history's trees are passed over here, so that nothing is made of them.
FrontEnd find_front_end(std::string_view tree, std::size_t bytes) {
  FrontEnd front;
  while (front.end < bytes) {
    const std::size_t name_end = tree.find('\0', front.end);
    if (name_end == std::string_view::npos || name_end + 1 + sizeof(ObjectId) > bytes) break;
    front.last = std::exchange(front.end, name_end + 1 + sizeof(ObjectId));
  }
  return front;
}

/// Whether one entry may follow another; false too where a file and a folder may have the same name.
bool may_follow(const TreeEntry& last, const TreeEntry& entry) {
  if (compare_entries(last.name, last.is_tree(), entry.name, entry.is_tree()) >= 0) return false;
  return !(entry.is_tree() && last.name.starts_with(entry.name)) &&
         !(!last.is_tree() && entry.name.starts_with(last.name));
}

}  // namespace

TreeMiddle find_middle(std::string_view older, std::string_view newer) {
  TreeMiddle middle;
  const FrontEnd front = find_front_end(older, count_equal_front(older, newer));
  if (front.end > 0) middle.before = TreeCursor(older.substr(front.last)).entry();
  middle.older = older.substr(front.end);
  middle.newer = newer.substr(front.end);
  const std::size_t tail = count_equal_back(middle.older, middle.newer);
  CountingCursor left(middle.older);
  CountingCursor right(middle.newer);
  while (left.left() != right.left() || left.left() > tail) {
    CountingCursor& behind = right.left() >= left.left() ? right : left;
    behind.next();
  }
  if (!right.cursor().done()) middle.after = right.cursor().entry();
  middle.older = middle.older.substr(0, left.passed());
  middle.newer = middle.newer.substr(0, right.passed());
  return middle;
}

bool is_sound_middle(const TreeMiddle& middle) {
  const TreeEntry* last = middle.before ? &*middle.before : nullptr;
  TreeEntry kept;
  for (TreeCursor cursor(middle.newer); !cursor.done(); cursor.next()) {
    const TreeEntry& entry = cursor.entry();
    if (!is_sound_entry(entry) || (last != nullptr && !may_follow(*last, entry))) return false;
    kept = entry;
    last = &kept;
  }
  return middle.newer.empty() || !middle.after || may_follow(kept, *middle.after);
}

}  // namespace crmtrack::git
