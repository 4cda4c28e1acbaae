#pragma once

#include <string_view>
#include <vector>

#include "command/common/context.hpp"
#include "session/write.hpp"

namespace crmtrack::command {

/// Ends a capturing or handling command: prints ids on stdout (the complaint's for `new`), the sentence on stderr; with
/// --json the items as they have become, and `created`.
int report_written(Context& context, const std::vector<session::Draft>& written, std::string_view sentence,
                   bool complaint_ids = false);
/// Ends such a command with --dry-run: prints the files that it would have written.
int show_dry_run(Context& context, const session::Written& written);

}  // namespace crmtrack::command
