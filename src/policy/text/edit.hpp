#pragma once

#include <string>
#include <string_view>

#include "yaml/node.hpp"

namespace crmtrack::policy {

/// Adds an entry to a file's text, and keeps its comments and order. Returns the new text, which has been read again
/// and means exactly the change. Throws Error(refused) where the entry exists already or the file cannot be edited
/// safely, Error(conflict) where the file has conflict markers.
std::string add_entry(std::string_view file_name, std::string_view text, const yaml::Node& entry);
/// Sets fields of the entry whose key field is `key` (`code`, `email`, `id`, `level`; of forms `name` or `filter`), as
/// add_entry edits. Of several with that key, it changes the one with the newest `from`. Throws Error(not_found) where
/// there is none.
std::string edit_entry(std::string_view file_name, std::string_view text, std::string_view key,
                       const yaml::Node& fields);

}  // namespace crmtrack::policy
