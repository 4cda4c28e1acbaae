#pragma once

#include <cstdint>
#include <set>

#include "index/sqlite/database.hpp"

namespace crmtrack::index {

/// Whether a story says that it is a duplicate, or belongs to a circle by now: only such a story can change one.
class CircleCheck {
 public:
  explicit CircleCheck(const Database& database);
  [[nodiscard]] bool concerns(std::int64_t story);

 private:
  LateStatement find_;
};

/// Finds the complaints that are duplicates of each other, directly or by way of others, which only a merge of clones
/// can bring about. Writes them into the table `circles`, and gives the stories for which that has changed: they have
/// to be folded again. Takes time in proportion to the number of duplicates.
std::set<std::int64_t> update_circles(const Database& database);

}  // namespace crmtrack::index
