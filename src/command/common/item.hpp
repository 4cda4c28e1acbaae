#pragma once

#include "command/common/context.hpp"
#include "document/value.hpp"
#include "story/complaint.hpp"

namespace crmtrack::command {

/// The JSON item of a complaint, as `list` prints it (docs/json.md): its own fields, then what it has become, and its
/// promises.
document::Value complaint_item(Context& context, const story::Complaint& complaint);
/// The same with rungs, conflicts and `records[]`: what `show`, `export jsonl` and every writing command print.
document::Value story_item(Context& context, const story::Complaint& complaint);
document::Value promise_value(const story::Promise& promise, util::Instant now);
document::Value customer_item(Context& context, const story::Customer& customer, bool with_records);
/// Whole days between two instants, as local dates differ.
std::int64_t age_in_days(Context& context, util::Instant since);

}  // namespace crmtrack::command
