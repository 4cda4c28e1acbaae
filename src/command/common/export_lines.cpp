#include "command/common/export_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "command/common/item.hpp"
#include "command/common/lookup.hpp"
#include "command/common/rows.hpp"
#include "exchange/record_value.hpp"
#include "record/path.hpp"
#include "util/error.hpp"
#include "util/text.hpp"

namespace crmtrack::command {

using document::Value;

namespace {

constexpr std::size_t kLargestExported = 64U << 20;

std::vector<std::string> ids_of(Context& context, const query::Filter& filter) {
  return context.index().select_ids({filter, context.moment(filter), {"received", "id"}, std::nullopt});
}

/// The records of a story with their attachments' bytes.
Value records_of(Context& context, const record::StoryRef& story, const std::vector<story::Entry>& entries) {
  const std::string head = context.index().ledger_commit();
  Value::List records;
  for (const story::Entry& entry : entries) {
    if (!entry.moved_from.empty()) continue;  // it stands in the line of the complaint whose folder holds it
    if (!entry.fault.empty()) {
      context.warn(
          fmt::format("left out of the export: bad record {} of {}: {}", entry.record.id, story.id, entry.fault));
      continue;
    }
    records.push_back(exchange::record_to_value(entry.record, entry.provenance, [&](const std::string& name) {
      const std::string path = record::attachment_path(story, entry.record.id, name);
      auto bytes = context.ledger().find_file(head, path, kLargestExported);
      if (!bytes)
        throw util::Error(util::ErrorKind::repository,
                          fmt::format("cannot export attachment '{}': it is not in the ledger", path));
      return *bytes;
    }));
  }
  return records;
}

Value with_type(const char* type, Value item, Value records) {
  Value line;
  line.set("type", type);
  for (auto& [key, value] : std::get<Value::Object>(item.data))
    if (key != "records") line.set(key, std::move(value));
  line.set("records", std::move(records));
  return line;
}

/// A line of CSV without its line feed, which the printer adds.
std::string csv_row(const std::vector<std::string>& cells) {
  std::string line = document::to_csv_line(cells);
  if (!line.empty() && line.back() == '\n') line.pop_back();
  return line;
}

/// --fields, in the order asked for. Of no complaints nobody can say which fields they would have had.
std::vector<std::string> chosen_columns(const std::vector<std::string>& fields, const std::set<std::string>& known) {
  for (const std::string& field : fields) {
    if (known.empty() || known.count(field) > 0) continue;
    const auto near = util::nearest(field, {known.begin(), known.end()});
    throw util::Error(
        util::ErrorKind::usage, fmt::format("cannot export field '{}': there is none of that name", field),
        {near.empty() ? "see: crmtrack export csv | head -1" : "did you mean " + util::join(near, " or ")});
  }
  return fields;
}

}  // namespace

void export_jsonl(Context& context, const query::Filter& filter, bool with_customers) {
  for (const std::string& id : ids_of(context, filter)) {
    const story::Complaint complaint = load_complaint(context, id);
    Value records = records_of(context, {record::StoryKind::complaint, id}, complaint.entries);
    context.out().line(document::to_json(with_type("complaint", story_item(context, complaint), std::move(records))));
  }
  if (!with_customers) return;
  for (const std::string& slug : context.index().customer_ids()) {
    const auto customer = find_customer(context, slug);
    if (!customer) continue;
    Value records = records_of(context, {record::StoryKind::customer, slug}, customer->entries);
    context.out().line(
        document::to_json(with_type("customer", customer_item(context, *customer, true), std::move(records))));
  }
}

void export_csv(Context& context, const query::Filter& filter) {
  const std::vector<std::string> ids = ids_of(context, filter);
  // Two passes, so that rows of a million complaints need not be held: first the columns that any of them has, then the
  // rows.
  std::vector<std::string> columns;
  std::set<std::string> known;
  for (const std::string& id : ids) {
    const Value item = complaint_item(context, load_complaint(context, id));
    for (const auto& [key, value] : std::get<Value::Object>(item.data))
      if (key != "promises" && key != "attachments" && known.insert(key).second) columns.push_back(key);
  }
  if (!context.settings().fields.empty()) columns = chosen_columns(context.settings().fields, known);
  context.out().line(csv_row(columns));
  for (const std::string& id : ids) {
    const Value item = complaint_item(context, load_complaint(context, id));
    std::vector<std::string> cells;
    for (const std::string& column : columns) {
      const Value* value = item.find(column);
      cells.push_back(value == nullptr ? std::string() : util::visible_block(cell_text(*value)));
    }
    context.out().line(csv_row(cells));
  }
}

}  // namespace crmtrack::command
