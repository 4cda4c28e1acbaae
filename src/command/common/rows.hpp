#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "document/document.hpp"

namespace crmtrack::command {

/// Complaints as a table (DESIGN §3: id, status, severity, received_at, customer, project, reason, owner, level,
/// overdue, summary) and as JSON items. A field of the item that is no column becomes one where --fields asks for it.
document::Listing complaint_listing(Context& context, const std::vector<index::Row>& rows);
/// The same table as a part of a story or overview: for people, wherever it goes.
document::Table complaint_table(Context& context, const std::vector<index::Row>& rows);
/// `--limit N`. Throws Error(usage).
std::optional<std::size_t> limit_of(const Invocation& invocation);
/// `--sort KEY[,-KEY]`.
std::vector<std::string> sort_keys(const Invocation& invocation);
/// A value of an item as a cell: texts bare, lists joined by commas, null empty.
std::string cell_text(const document::Value& value);
/// A time for people: `2026-11-21 09:12` in the user's zone.
std::string local_time(Context& context, util::Instant time);

}  // namespace crmtrack::command
