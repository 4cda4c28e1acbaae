#pragma once

#include <fmt/format.h>

#include <functional>
#include <string>
#include <vector>

#include "index/impl.hpp"
#include "index/read/filter_schema.hpp"
#include "util/error.hpp"

namespace crmtrack::index {

/// Visits the rows of `SELECT columns FROM from`, in which `parameters` are bound. Throws Error(repository) where the
/// index is damaged: it is not begun anew, since rows were visited already.
template <class Row, class Columns>
void each_row(const Index& index, const Columns& columns, const std::string& from,
              const std::vector<query::SqlValue>& parameters, const std::function<void(const Row&)>& visit) {
  const Index::Impl& impl = index.impl();
  try {
    Statement rows = impl.database.prepare(fmt::format("{} FROM {}", columns.select(), from));
    bind_parameters(rows, parameters);
    Row row;
    while (rows.step()) {
      columns.read(rows, row);
      visit(row);
    }
  } catch (const DatabaseError& error) {
    throw util::Error(util::ErrorKind::repository, fmt::format("cannot read the index: {}", error.what()),
                      {fmt::format("remove the folder '{}': it is made anew", impl.location.own_dir().string())});
  }
}

}  // namespace crmtrack::index
