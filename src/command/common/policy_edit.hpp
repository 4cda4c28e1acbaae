#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "document/document.hpp"
#include "yaml/node.hpp"

namespace crmtrack::command {

/// Adds an entry to a policy file and commits main at once; nothing else that is uncommitted there is touched. Throws
/// Error(refused) where the user may not change policy, or the result would not pass `policy check`. Prints `key` on
/// stdout and the sentence on stderr. `besides` is another entry that goes with it.
int add_policy_entry(Context& context, std::string_view file, const std::string& key, const yaml::Node& entry,
                     const std::string& why, const std::optional<yaml::Node>& besides = {});
/// Sets fields of the entry with this key.
int edit_policy_entry(Context& context, std::string_view file, const std::string& key, const yaml::Node& fields,
                      std::string_view verb, const std::string& why);
/// Today, as policy files write it.
std::string today_of(Context& context);
/// Prints rows of texts as a list; JSON items have the columns as keys.
int print_policy_list(Context& context, std::vector<document::Column> columns,
                      std::vector<std::vector<std::string>> rows);

}  // namespace crmtrack::command
