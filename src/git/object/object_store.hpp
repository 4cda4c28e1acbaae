#pragma once

#include <cstddef>
#include <filesystem>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "git/object/commit_object.hpp"
#include "git/object/git2_api.hpp"
#include "git/object/object_id.hpp"
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
class ObjectStore {
 public:
  explicit ObjectStore(git_repository* repository);
  /// Another store on the same `objects` folder, for another thread.
  explicit ObjectStore(const std::filesystem::path& objects);

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
  [[nodiscard]] OdbObjectHandle load(const ObjectId& id) const;

  OdbHandle odb_;
  Names names_ = Names::compared;
  // The newest first. The trees above a commit's change are its parent's too: each is read once for both.
  using Recent = std::list<std::pair<ObjectId, TreeBytes>>;
  mutable Recent recent_;
  mutable std::unordered_map<ObjectId, Recent::iterator> known_;
  mutable std::size_t remembered_ = 0;
};

}  // namespace crmtrack::git
