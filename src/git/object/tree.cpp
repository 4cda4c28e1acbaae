#include "git/object/tree.hpp"

#include <algorithm>
#include <cstring>

#include "git/object/git_rules.hpp"
#include "util/error.hpp"

namespace crmtrack::git {
namespace {

[[noreturn]] void fail_tree() {
  throw util::Error(util::ErrorKind::repository, "cannot read the repository: a tree in it is damaged",
                    {"git fsck --full names what is damaged"});
}

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
  for (TreeCursor cursor(raw); !cursor.done(); cursor.next())
    if (cursor.entry().name == name) return cursor.entry();
  return std::nullopt;
}

bool TreeText::is_sound() const {
  if (!sound_) sound_ = !find_tree_fault(*this).has_value();
  return *sound_;
}

}  // namespace crmtrack::git
