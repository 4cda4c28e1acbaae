#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/index.hpp"
#include "index/sql_bound.hpp"

namespace crmtrack::index {

/// A row of `sql`: column names and values as SQLite has them.
struct Rows {
  std::vector<std::string> columns;
  struct Value {
    enum class Type { null, integer, real, text } type = Type::null;
    std::int64_t integer = 0;
    double real = 0;
    std::string text;
  };
  std::vector<std::vector<Value>> rows;
};

/// A query over the views of crmtrack-sql(7) as they are at `now`. Throws Error(refused) where the statement would
/// write, takes longer than its bound, or SQLite refuses it.
Rows sql(const Index& index, const std::string& statement, util::Instant now, const SqlBound& bound = {});

/// The message for a statement that took longer than its bound.
std::string describe_out_of_time(const SqlBound& bound);

}  // namespace crmtrack::index
