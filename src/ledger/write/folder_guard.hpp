#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_set>

#include "git/object/tree_compare.hpp"

namespace crmtrack::ledger {

/// Which folders of a ledger are worth a look, one comparison of trees long: those that may hold files of ours, and
/// beyond the first thousand each tree once. Ten small trees that name each other ten times each unfold into billions
/// of paths; of ours no two folders are equal, since no two records are (two records may well have the same
/// attachments).
class FolderGuard {
 public:
  [[nodiscard]] git::Look judge(std::string_view path, const git::ObjectId& tree);

 private:
  std::size_t judged_ = 0;
  std::unordered_set<git::ObjectId> seen_;
};

}  // namespace crmtrack::ledger
