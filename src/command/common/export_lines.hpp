#pragma once

#include "command/common/context.hpp"
#include "query/filter.hpp"

namespace crmtrack::command {

/// One line a complaint (the item of `show`, `"type": "complaint"`) and, where `with_customers`, one a customer;
/// attachments as base64.
void export_jsonl(Context& context, const query::Filter& filter, bool with_customers);
/// One row a complaint, a column a field of its item that is no list of maps; cells guarded against formulas.
void export_csv(Context& context, const query::Filter& filter);

}  // namespace crmtrack::command
