#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "git/object/object_sink.hpp"
#include "git/object/tree.hpp"

namespace crmtrack::git {

/// A file on its way into a tree.
struct PathBlob {
  std::string_view path;
  ObjectId blob;
};

/// What to do where a path is there already: the ledger only ever adds, main is edited.
enum class Existing { refuse, replace };

/// Puts `files` in order and writes the trees that `root` (nullopt: an empty one) becomes with them in it, only those
/// on their paths, and returns the new root. Throws Error(refused) where a path exists and must not, or stands in the
/// way of a folder; Error(bug) where a path occurs twice or is none that Git takes.
ObjectId put_paths(const TreeSource& trees, ObjectSink& sink, const std::optional<ObjectId>& root,
                   std::span<PathBlob> files, Existing existing);

}  // namespace crmtrack::git
