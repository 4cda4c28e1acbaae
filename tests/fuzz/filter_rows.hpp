#pragma once

#include <cstddef>
#include <vector>

#include "query/filter.hpp"

namespace crmtrack::fuzz {

/// A dozen complaints with every key in them, once as rows for the predicate and once in SQLite.
class FilterRows {
 public:
  FilterRows();
  FilterRows(const FilterRows&) = delete;
  FilterRows& operator=(const FilterRows&) = delete;
  ~FilterRows();

  /// The rows for which the filter holds, each side by its own means.
  [[nodiscard]] std::vector<std::size_t> by_predicate(const query::Filter& filter) const;
  [[nodiscard]] std::vector<std::size_t> by_sql(const query::Filter& filter) const;

 private:
  struct Impl;
  Impl* impl_;
};

}  // namespace crmtrack::fuzz
