#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "query/filter.hpp"

namespace crmtrack::query {

/// A search expression: words, `"phrases"`, `prefix*`, `and`, `or`, `not`, parentheses. Words side by side are joined
/// by and. `not` binds tightest, then and, then or. `not` takes away from the term beside it, so it cannot stand alone.
struct Search {
  std::string fts;                  ///< an FTS5 expression over folded words, safe to bind
  std::vector<std::string> marked;  ///< the folded words (with `*` for prefixes) to mark in a hit
};
tl::expected<Search, Fault> parse_search(std::string_view text);

}  // namespace crmtrack::query
