#pragma once

#include "document/value.hpp"
#include "story/complaint.hpp"
#include "story/customer.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// The JSON item of a complaint, as `list` prints it (docs/json.md): its own fields, then what it has become, and its
/// promises.
document::Value complaint_item(const Setting& setting, const story::Complaint& complaint);
/// The item of a complaint with rungs, steps, conflicts and `records[]`: what `show`, `export jsonl` and every writing
/// command print.
document::Value story_item(const Setting& setting, const story::Complaint& complaint);
document::Value promise_value(const story::Promise& promise, util::Instant now);
/// The JSON item of a customer, as `customer list` prints it.
document::Value customer_item(const story::Customer& customer);
/// The item of a customer with promises, steps, conflicts and `records[]`, as `customer show` prints it.
document::Value customer_story_item(const Setting& setting, const story::Customer& customer);

}  // namespace crmtrack::view
