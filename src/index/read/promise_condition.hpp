#pragma once

#include <string>

#include "index/read/promises.hpp"
#include "index/sqlite/database.hpp"

/// A selection of promises as SQL, for queries over complaints `c` and, but for owner_condition, promises `p`. ?1 is
/// the limit and ?2 now; what else the conditions ask for comes behind these.
namespace crmtrack::index {

/// Whose they are, and of what; over the columns of the index promises_open where nothing but the person is asked for.
/// The story of `p` is `s`.
std::string promise_condition(const PromiseSelection& selection);
/// Who owns it, by the column that says so.
std::string owner_condition(const PromiseSelection& selection, std::string_view column);
/// Of which project and customer, by the column that says who the customer is; ` AND …`, or empty for all.
std::string place_condition(const PromiseSelection& selection, std::string_view customer);
/// Binds what a statement with such conditions asks for. The selection must outlive the stepping.
void bind_selection(Statement& statement, const PromiseSelection& selection);

}  // namespace crmtrack::index
