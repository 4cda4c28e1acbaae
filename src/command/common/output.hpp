#pragma once

#include <cstddef>
#include <functional>

#include "command/common/context.hpp"
#include "document/document.hpp"
#include "story/complaint.hpp"
#include "view/setting.hpp"

namespace crmtrack::command {

/// The setting in which this command shows things. It lasts no longer than the context.
view::Setting setting_of(Context& context);
/// The reader whom the format of this command's lists is for. To be asked after `Context::page`.
view::Reader reader_of(Context& context);

/// The JSON item of a complaint, with its customer's facts.
document::Value item_of_complaint(Context& context, const story::Complaint& complaint);
/// The JSON item of a complaint with everything that happened, with its customer's facts.
document::Value item_of_story(Context& context, const story::Complaint& complaint);

/// A list as this command prints it: a table, and the JSON item of each row.
document::Listing make_listing(const Context& context, document::Table table,
                               std::function<document::Value(std::size_t row)> item);
/// The head of the JSON envelope of this command: `format_version` and `command` (docs/json.md).
document::Value make_envelope(const Context& context);
/// Prints items in the JSON envelope of the command, whatever machine format was asked for.
void print_items(Context& context, document::Value::List items);
/// Throws Error(usage) where a story is asked for in a format that takes only tables.
void require_story_format(const Context& context);

}  // namespace crmtrack::command
