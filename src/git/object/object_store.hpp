#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "git/object/commit_object.hpp"
#include "git/object/git2_api.hpp"
#include "git/object/object_id.hpp"
#include "git/object/plain_store.hpp"
#include "git/object/recent_bytes.hpp"
#include "git/object/tree.hpp"
#include "util/error.hpp"

namespace crmtrack::git {

/// An object that cannot be read as its name says: it is missing, its file or pack is damaged, or its bytes do not fit
/// its id.
class UnreadableObject : public util::Error {
 public:
  UnreadableObject(const ObjectId& id, const std::string& why);
  [[nodiscard]] const ObjectId& id() const { return id_; }
  /// The reason: `its bytes are not those that its name says`.
  [[nodiscard]] const std::string& why() const { return why_; }

 private:
  ObjectId id_;
  std::string why_;
};

/// Reads objects by id, and compares the bytes of each with its id, because neither Git nor zlib's checksum notices an
/// object that was replaced on purpose. An object that another process packs while we read is found in its new place.
///
/// PlainStore reads nearly all of them. libgit2 is loaded for the first one that it leaves, and has the last word on
/// what is absent or damaged. A store is used by one thread.
class ObjectStore {
 public:
  explicit ObjectStore(const std::filesystem::path& objects);

  /// Looks for objects in another `objects` folder too, such as the quarantine of a push.
  void add_folder(const std::filesystem::path& objects);

  /// Whether objects are compared with their names. In a walk through all folders of a history that takes a tenth of
  /// the time.
  enum class Names { compared, trusted };
  [[nodiscard]] Names names() const { return names_; }
  void set_names(Names names) { names_ = names; }

  /// Throws UnreadableObject where the object is absent or damaged, Error(repository) where it is of another kind.
  [[nodiscard]] std::string read(const ObjectId& id, ObjectKind kind) const;
  /// Reads a blob. Throws Error(refused) where it is larger than `limit`, before reading it, and otherwise as `read`
  /// does.
  [[nodiscard]] std::string read_blob(const ObjectId& id, std::size_t limit) const;
  /// The size of an object; nullopt where it is absent or damaged.
  [[nodiscard]] std::optional<std::size_t> find_size(const ObjectId& id) const;
  /// The kind that an object states; nullopt where it is absent or damaged.
  [[nodiscard]] std::optional<ObjectKind> find_kind(const ObjectId& id) const;
  /// The raw bytes of a tree. The store remembers the last ones read.
  [[nodiscard]] TreeBytes read_tree(const ObjectId& id) const;
  [[nodiscard]] CommitObject read_commit(const ObjectId& id) const;
  /// The tree or file at a path below a tree; nullopt where there is none.
  [[nodiscard]] std::optional<std::pair<TreeEntry, TreeBytes>> find_path(const ObjectId& root,
                                                                         std::string_view path) const;
  /// Whether a file stands at a path below a tree, with these bytes.
  [[nodiscard]] bool holds(const ObjectId& root, std::string_view path, const ObjectId& blob) const;
  /// The id of a folder's tree; nullopt where there is no folder of that path. The empty path is the root itself.
  [[nodiscard]] std::optional<ObjectId> find_folder(const ObjectId& root, std::string_view path) const;
  /// The store as a source of trees, for compare_trees and add_paths.
  [[nodiscard]] TreeSource trees() const;

 private:
  [[nodiscard]] git_odb* odb() const;
  [[nodiscard]] RawObject load(const ObjectId& id) const;
  [[nodiscard]] RawObject load_by_libgit2(const ObjectId& id) const;
  void refuse_huge_commit(const ObjectId& id) const;

  std::vector<std::filesystem::path> folders_;
  mutable PlainStore plain_;
  mutable OdbHandle odb_;  ///< opened for the first object that `plain_` leaves
  Names names_ = Names::compared;
  // The trees above a commit's change are its parent's too: each is read once for both.
  mutable RecentBytes<ObjectId, TreeText> recent_;
};

}  // namespace crmtrack::git
