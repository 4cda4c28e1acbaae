#pragma once

#include <functional>
#include <string>

#include "git/object/object_sink.hpp"
#include "git/object/tree.hpp"

namespace crmtrack::git {

/// Told of a path that both trees have, with another content or mode in each.
using ClashVisitor = std::function<void(const std::string& path)>;

/// Writes the tree that has every path of both, and returns it. Only folders that both have, and that differ, are read
/// and written; what one has alone is taken as it is. Of a path with two contents `left`'s stands. The same whichever
/// comes first, where nothing clashes. Throws Error(refused) for folders nested beyond any that we write, and for trees
/// that Git's fsck refuses: of a name twice one would be lost.
ObjectId unite_trees(const TreeSource& trees, ObjectSink& sink, const ObjectId& left, const ObjectId& right,
                     const ClashVisitor& clash);

}  // namespace crmtrack::git
