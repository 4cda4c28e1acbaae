#pragma once

#include "command/common/context.hpp"
#include "command/spec.hpp"

namespace crmtrack::command {

/// `import csv`: one commit, all rows or (with --rejects) the good ones.
int import_table_file(Context& context, const Invocation& invocation);
/// `import jsonl`: one commit, all lines or (with --rejects) the good ones.
int import_jsonl_file(Context& context, const Invocation& invocation);

}  // namespace crmtrack::command
