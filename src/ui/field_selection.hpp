#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"

/// What `--fields` makes of a list: the fields named, in the order given. An unknown one is Error(usage), with the
/// nearest.
namespace crmtrack::ui {

/// The table with the columns named; one that only the JSON items have is taken from there, as text.
document::Table select_columns(const document::Listing& listing, const std::vector<std::string>& fields);
/// The keys named of one item; all where none are.
document::Value select_keys(document::Value item, const std::vector<std::string>& fields);

}  // namespace crmtrack::ui
