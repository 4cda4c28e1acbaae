#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "query/filter.hpp"

namespace crmtrack::query {

/// The SQL by which a key is reached. `expression` is a scalar SQL expression. For a key with many values, `exists` is
/// a template `EXISTS (SELECT 1 FROM … WHERE … AND {})` whose `{}` takes a condition on `expression`.
struct SqlKey {
  std::string_view name;
  std::string expression;
  std::string exists = {};
  /// The expression without case and accents (util::fold_plain), where a column holds it already. Otherwise
  /// `fold(expression)` is written, a function of one argument that the connection must offer.
  std::string folded = {};
};
struct SqlSchema {
  std::vector<SqlKey> keys;
  /// A condition that holds where some text of the row matches the FTS5 expression bound to `?`.
  std::string text_match;
};
using SqlValue = std::variant<std::int64_t, std::string>;
struct Sql {
  std::string where;  ///< never empty; `1` for the empty filter
  std::vector<SqlValue> parameters;
};

/// The filter as SQL: true of the rows that `matches` accepts. In the schema, times and days are integers of Unix
/// seconds, and booleans 0 and 1; `age` is derived from the expression of `received`; an empty text counts as absent.
/// The condition may be NULL where it does not hold. Texts are compared with `fold` (see SqlKey). Throws Error(bug) for
/// a key that the schema lacks.
Sql to_sql(const Filter& filter, std::span<const KeySpec> keys, const SqlSchema& schema, const Moment& moment);

}  // namespace crmtrack::query
