#pragma once

#include "command/common/context.hpp"
#include "document/document.hpp"
#include "story/complaint.hpp"

namespace crmtrack::command {

/// The story of a complaint for people: what it is, every record in order, the escalation route, the promises, the
/// conflicts.
void add_story(Context& context, const story::Complaint& complaint, document::Document& document);
void add_customer_story(Context& context, const story::Customer& customer, document::Document& document);
/// The lines that tell one record: when and who, then what.
document::Lines record_lines(Context& context, const story::Entry& entry, const story::EntryState* state,
                             const std::string& shown_id);
void add_promises(Context& context, const std::vector<story::Promise>& promises,
                  const std::vector<story::Entry>& entries, document::Document& document);

/// A story is no table. Throws Error(usage) where one was asked for.
void require_story_format(const Context& context);

/// Items in the JSON envelope of the command, whatever machine format was asked for.
void print_items(Context& context, document::Value::List items);

}  // namespace crmtrack::command
