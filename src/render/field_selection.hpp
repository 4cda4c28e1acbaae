#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "document/document.hpp"

/// `--fields` takes from a list the fields that it names, in the order given. An unknown field is Error(usage), with
/// the nearest.
namespace crmtrack::render {

/// The table with the columns named; one that only the JSON items have is taken from there, as text.
document::Table select_columns(const document::Listing& listing, const std::vector<std::string>& fields);
/// Throws for a field that none of `count` items has; asks for no more of them than it must. Of an empty list nobody
/// can say which fields its items would have had.
void require_fields(const std::vector<std::string>& fields, std::size_t count,
                    const std::function<document::Value(std::size_t)>& item);
/// The keys named of one item, null where it has none of that name; all where none are named.
document::Value select_keys(document::Value item, const std::vector<std::string>& fields);

}  // namespace crmtrack::render
