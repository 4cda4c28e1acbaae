#pragma once

#include <cstddef>
#include <optional>

#include "command/common/context.hpp"
#include "query/filter.hpp"

namespace crmtrack::command {

/// Whether a filter asks for complaints that are answered or ended: by a condition that only those can meet (`closed:`,
/// `outcome:` …), or by one that names which it means (`status:`, `ref:`, an id …). docs/guide.md, What list shows.
bool asks_for_ended(const query::Filter& filter);

/// The complaints that a filter means: all that it selects where it asks for ended ones, else those that are not
/// closed, withdrawn or void. `list` shows these, and `update --filter` and its like change these.
query::Filter shown_by(query::Filter filter);

/// How many complaints `shown_by` left out of those that a filter selects.
std::size_t count_hidden(Context& context, const query::Filter& filter);
/// Says `50 of 4,000` where a limit cut something.
void say_cut(Context& context, std::size_t shown, std::size_t total);

}  // namespace crmtrack::command
