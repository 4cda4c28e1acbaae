#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "git/object/object_sink.hpp"
#include "git/object/tree.hpp"

namespace crmtrack::git {

/// A file to put into a tree.
struct PathBlob {
  std::string_view path;
  ObjectId blob;
};

/// The choice for a path that exists already: the ledger only ever adds, main is edited.
enum class Existing { refuse, replace };

/// Puts files into a tree: sorts `files`, writes the trees on their paths, and returns the new root. `root` nullopt is
/// an empty tree. Throws Error(refused) where a path exists and must not, or stands in the way of a folder; Error(bug)
/// where a path occurs twice or is none that Git takes.
ObjectId put_paths(const TreeSource& trees, ObjectSink& sink, const std::optional<ObjectId>& root,
                   std::span<PathBlob> files, Existing existing);

}  // namespace crmtrack::git
