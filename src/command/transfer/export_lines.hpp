#pragma once

#include "command/common/context.hpp"
#include "index/read/changed_stories.hpp"
#include "query/filter.hpp"

namespace crmtrack::command {

/// One line a complaint (the item of `show`, `"type": "complaint"`); attachments as base64. `whole`: all that the
/// ledger has, customers too. Else what belongs to the complaints that the filter selects: not what was moved away from
/// them, and from the folders of others what was moved to them, in lines with `"partial": true`. False where a record
/// or an attachment could not be read and was left out, with a warning for each.
bool export_jsonl(Context& context, const query::Filter& filter, bool whole);
/// These stories whole, in the lines that they have where all is exported. False where something was left out, as
/// in export_jsonl.
bool export_stories(Context& context, const index::ChangedStories& stories);
/// One row a complaint, a column a field of its item that is no list of maps; cells guarded against formulas.
void export_csv(Context& context, const query::Filter& filter);

}  // namespace crmtrack::command
