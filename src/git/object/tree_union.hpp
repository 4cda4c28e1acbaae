#pragma once

#include <functional>
#include <string>

#include "git/object/object_sink.hpp"
#include "git/object/tree.hpp"

namespace crmtrack::git {

/// Is called for a path that both trees have with different contents or modes.
using ClashVisitor = std::function<void(const std::string& path)>;

/// Writes the tree that has every path of both, and returns it. Only folders that both have, and that differ, are read
/// and written; a folder of one side alone is taken as it is. Of a path with two contents, `left`'s stands. Where no
/// path has two contents, the order of the two does not matter. Throws Error(refused) for folders nested deeper than
/// any that we write, and for trees that Git's fsck refuses, since one of two entries of one name would be lost.
ObjectId unite_trees(const TreeSource& trees, ObjectSink& sink, const ObjectId& left, const ObjectId& right,
                     const ClashVisitor& clash);

}  // namespace crmtrack::git
