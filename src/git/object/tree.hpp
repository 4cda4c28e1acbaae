#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "git/object/object_id.hpp"

namespace crmtrack::git {

inline constexpr std::string_view kFileMode = "100644";
inline constexpr std::string_view kProgramMode = "100755";
inline constexpr std::string_view kTreeMode = "40000";
inline constexpr std::string_view kSubmoduleMode = "160000";

/// An entry of a tree, as views into the tree's bytes.
struct TreeEntry {
  std::string_view mode;
  std::string_view name;
  const std::uint8_t* raw_id = nullptr;

  [[nodiscard]] bool is_tree() const { return mode == kTreeMode; }
  [[nodiscard]] ObjectId id() const { return object_id_from(raw_id); }
};

/// Walks a tree's raw bytes without copying them. Throws Error(repository) where they are no tree.
class TreeCursor {
 public:
  explicit TreeCursor(std::string_view raw) : rest_(raw) { next(); }
  [[nodiscard]] bool done() const { return done_; }
  [[nodiscard]] const TreeEntry& entry() const { return entry_; }
  /// The bytes of the whole entry, for copying it.
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  void next();

 private:
  std::string_view rest_;
  std::string_view bytes_;
  TreeEntry entry_;
  bool done_ = false;
};

/// Compares two names by Git's order of entries: by bytes, a folder as if its name ended in `/`.
int compare_entries(std::string_view left, bool left_is_tree, std::string_view right, bool right_is_tree);
void append_entry(std::string& tree, std::string_view mode, std::string_view name, const ObjectId& id);
/// The entry of that name; nullopt where there is none.
std::optional<TreeEntry> find_entry(std::string_view raw, std::string_view name);

/// The raw bytes of a tree. They know whether Git's fsck accepts them.
class TreeText : public std::string {
 public:
  TreeText() = default;
  explicit TreeText(std::string bytes) : std::string(std::move(bytes)) {}
  /// Whether `git fsck` accepts the tree (git_rules.hpp), computed at the first call. Throws Error(repository) where
  /// the bytes are no tree.
  [[nodiscard]] bool is_sound() const;
  /// Whether the tree is known to be sound without computing it.
  [[nodiscard]] bool is_known_sound() const { return sound_.value_or(false); }
  /// Remembers that the tree is sound, where another computation has shown it.
  void remember_sound() const { sound_ = true; }

 private:
  mutable std::optional<bool> sound_;
};

/// The raw bytes of a tree, alive as long as somebody holds them.
using TreeBytes = std::shared_ptr<const TreeText>;
/// A source of trees by id. Throws Error(repository) for one that is absent.
using TreeSource = std::function<TreeBytes(const ObjectId&)>;

}  // namespace crmtrack::git
