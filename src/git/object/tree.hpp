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

/// One path on which two trees differ. Only files are told: a new folder is as many differences as it has files.
struct TreeDifference {
  enum class Kind { added, removed, changed };
  Kind kind;
  const std::string& path;
  std::string_view mode;  ///< of the new file, or of the removed one
  ObjectId id;            ///< of the new file, or of the removed one
};
using DifferenceVisitor = std::function<void(const TreeDifference&)>;

/// The choice for a folder that differs: look inside, report it as if it were a file, or pass over it.
enum class Look { inside, as_file, past };
using FolderGate = std::function<Look(const std::string& path, const ObjectId& tree)>;

/// Is called for a folder whose tree Git's fsck refuses; `.` is the top.
using TreeFaultVisitor = std::function<void(const std::string& folder, const std::string& fault)>;

/// Compares two trees (nullopt: an empty one). It skips equal subtrees, so the cost is that of the difference and of
/// the trees above it.
/// A tree that Git's fsck refuses is compared by the files below each name, so the order of its entries does not
/// matter, and all that stands below either entry of a double name counts. `broken` is called for such trees of the
/// newer side. Throws Error(repository) for folders nested deeper than any that we write.
void compare_trees(const TreeSource& trees, const std::optional<ObjectId>& older, const std::optional<ObjectId>& newer,
                   const DifferenceVisitor& visit, const FolderGate& gate = {}, const TreeFaultVisitor& broken = {});

}  // namespace crmtrack::git
