#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "git/object/object_id.hpp"
#include "git/object/tree.hpp"

namespace crmtrack::git {

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
