#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "document/document.hpp"
#include "session/policy_edit.hpp"

namespace crmtrack::command {

/// Ends a command that edited policy: prints the key on stdout and a sentence on stderr; with --dry-run the file as it
/// would be.
int report_policy_edit(Context& context, const session::PolicyEdited& edited);
/// Prints rows of texts as a list; JSON items have the columns as keys.
int print_policy_list(Context& context, std::vector<document::Column> columns,
                      std::vector<std::vector<std::string>> rows);

}  // namespace crmtrack::command
