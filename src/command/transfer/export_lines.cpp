#include "command/transfer/export_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "command/common/output.hpp"
#include "exchange/record_value.hpp"
#include "index/read/lookup.hpp"
#include "index/read/overview.hpp"
#include "index/read/report_rows.hpp"
#include "index/read/select.hpp"
#include "ledger/read/contents.hpp"
#include "record/path.hpp"
#include "render/csv_line.hpp"
#include "render/json.hpp"
#include "session/lookup.hpp"
#include "story/known_corrections.hpp"
#include "story/same_id.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"
#include "view/item.hpp"

namespace crmtrack::command {

using document::Value;

namespace {

constexpr std::size_t kLargestExported = 64U << 20;

std::vector<std::string> ids_of(Context& context, const query::Filter& filter) {
  const index::Index& index = context.index();
  return index::select_ids(index, {filter, context.moment(filter), {"received", "id"}, std::nullopt});
}

bool came_later(const story::Entry& entry, const story::Entry& other) {
  return other.provenance.came_after < entry.provenance.came_after;
}

/// The records of a complaint that another record displaces here, and that would displace it in a ledger that imports
/// both at once; each with the reason. They are later complaint records, records with a key that another record has,
/// and records whose id means another record.
std::map<std::string, std::string> displacing_records(const story::Complaint& complaint) {
  const auto rank = [](const story::Entry& entry) {
    return std::pair(!entry.record.body.text_of("key").empty(), entry.record.id);
  };
  const auto is_passed_over = [&](const story::Entry& entry) {
    const auto state = complaint.notes.find(story::note_key(entry));
    return state != complaint.notes.end() && (state->second.set_aside || !state->second.duplicate_of.empty());
  };
  const auto is_own = [](const story::Entry& entry) {
    return entry.counts() && entry.moved_from.empty() && entry.record.kind == record::Kind::complaint;
  };
  const auto own = std::find_if(complaint.entries.begin(), complaint.entries.end(),
                                [&](const story::Entry& entry) { return is_own(entry) && !is_passed_over(entry); });
  std::map<std::string, std::string> displacing;
  for (const story::Entry& entry : complaint.entries) {
    if (entry.second && entry.moved_from.empty() && entry.fault.empty())
      displacing.emplace(story::note_key(entry), "a second record of this id");
    if (!entry.counts() || !is_passed_over(entry)) continue;
    const std::string& stands = complaint.notes.at(story::note_key(entry)).duplicate_of;
    if (!stands.empty() && entry.record.id < stands)
      displacing.emplace(entry.record.id, fmt::format("{} has the same key, and stands", stands));
    else if (is_own(entry) && own != complaint.entries.end() && (came_later(entry, *own) || rank(entry) < rank(*own)))
      displacing.emplace(entry.record.id, fmt::format("a second complaint record; {} stands", own->record.id));
  }
  return displacing;
}

/// Writes stories as JSON lines, and remembers whether it left anything out.
class LineExport {
 public:
  LineExport(Context& context, bool whole) : context_(context), whole_(whole), head_(context.index().ledger_commit()) {}

  void add_complaints(const std::vector<std::string>& ids) {
    selected_ = {ids.begin(), ids.end()};
    for (const std::string& id : ids) add_complaint(load_complaint(context_, id));
    for (const auto& [id, records] : parts_) add_part(id, records);
  }

  /// Writes the records of folders that have no complaint record.
  void add_remainders(const std::vector<std::string>& folders) {
    for (const std::string& id : folders) {
      std::map<std::string, story::Entry> own;
      for (story::Entry& entry : load_complaint(context_, id).entries)
        if (entry.moved_from.empty())
          own.emplace(entry.record.id + std::string(entry.record.kind.name()), std::move(entry));
      add_part(id, own);
    }
  }

  void add_customers(const std::vector<std::string>& customers) {
    const auto compliments = index::compliments_in_complaints(context_.index());
    for (const std::string& slug : customers) {
      auto customer = find_customer(context_, slug);
      if (!customer) continue;
      if (const auto found = compliments.find(slug); found != compliments.end()) customer->compliments += found->second;
      Value::List records;
      for (const story::Entry& entry : customer->entries)
        add_record({record::StoryKind::customer, slug}, entry, records);
      print("customer", view::customer_story_item(setting_of(context_), *customer), std::move(records));
    }
  }

  /// Writes what belongs to no complaint and no customer, such as mails in the inbox.
  void add_journal(const std::vector<std::string>& stories) {
    for (const std::string& id : stories) {
      const record::StoryRef ref{record::StoryKind::journal, id};
      const auto story = index::find_story(context_.index(), ref);
      if (!story) continue;
      Value::List records;
      for (const story::Entry& entry : story->entries) add_record(ref, entry, records);
      Value item;
      item.set("id", id);
      print("journal", std::move(item), std::move(records));
    }
  }

  [[nodiscard]] bool is_complete() const { return complete_; }

 private:
  void add_complaint(const story::Complaint& complaint) {
    Value::List records;
    displacing_ = displacing_records(complaint);
    const story::CorrectedRecords corrected(complaint.entries);
    for (const story::Entry& entry : complaint.entries) {
      const int root = story::is_correction(entry) ? corrected.find(entry) : -1;
      const std::string& place =
          place_of(complaint, root < 0 ? entry : complaint.entries[static_cast<std::size_t>(root)]);
      if (!entry.moved_from.empty()) {
        // A moved record is exported in the line of the complaint whose folder holds it.
        if (place == complaint.id && !whole_ && !selected_.contains(entry.moved_from))
          parts_[entry.moved_from].emplace(entry.record.id + std::string(entry.record.kind.name()), entry);
      } else if (whole_ || selected_.contains(place)) {
        add_record({record::StoryKind::complaint, complaint.id}, entry, records);
      }
    }
    displacing_.clear();
    print("complaint", item_of_story(context_, complaint), std::move(records));
  }

  /// The id of the complaint to which a record of a story counts.
  static const std::string& place_of(const story::Complaint& complaint, const story::Entry& entry) {
    const auto state = complaint.notes.find(story::note_key(entry));
    if (state == complaint.notes.end() || state->second.moved_to.empty()) return complaint.id;
    return state->second.moved_to;
  }

  /// Writes a part of a complaint: those records in its folder that the export needs without the complaint itself.
  void add_part(const std::string& id, const std::map<std::string, story::Entry>& entries) {
    Value::List records;
    for (const auto& [record, entry] : entries) add_record({record::StoryKind::complaint, id}, entry, records);
    Value item;
    item.set("id", id);
    item.set("partial", true);
    print("complaint", std::move(item), std::move(records));
  }

  void add_record(const record::StoryRef& story, const story::Entry& entry, Value::List& records) {
    if (!entry.fault.empty())
      return leave_out(fmt::format("bad record {} of {}: {}", entry.record.id, story.id, entry.fault));
    story::Provenance provenance = entry.provenance;
    if (const auto why = displacing_.find(story::note_key(entry)); why != displacing_.end())
      provenance.refused = why->second;
    records.push_back(exchange::record_to_value(entry.record, provenance, [&](const std::string& name) {
      return read_attachment(record::attachment_path(story, entry.record.id, name));
    }));
  }

  std::optional<std::string> read_attachment(const std::string& path) {
    try {
      auto bytes = ledger::find_file(context_.ledger().repository(), head_, path, kLargestExported);
      if (!bytes) leave_out(fmt::format("attachment '{}': it is not in the ledger", util::visible_line(path)));
      return bytes;
    } catch (const util::Error& error) {
      leave_out(fmt::format("attachment '{}': {}", util::visible_line(path), error.what()));
      return std::nullopt;
    }
  }

  void leave_out(const std::string& what) {
    complete_ = false;
    context_.warn("left out of the export: " + what);
  }

  void print(const char* type, Value item, Value::List records) {
    Value line;
    line.set("type", type);
    for (auto& [key, value] : std::get<Value::Object>(item.data))
      if (key != "records") line.set(key, std::move(value));
    line.set("records", std::move(records));
    context_.out().line(render::render_json(line));
  }

  Context& context_;
  const bool whole_;
  const std::string head_;
  std::set<std::string> selected_;
  std::map<std::string, std::map<std::string, story::Entry>> parts_;  ///< by complaint and record
  std::map<std::string, std::string> displacing_;  ///< of the complaint at hand: record → why it is refused
  bool complete_ = true;
};

/// The text of a value of an item: texts as they are, lists joined by commas, null empty.
std::string cell_text(const Value& value) {
  if (value.is_null()) return {};
  if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
  if (const auto* list = std::get_if<Value::List>(&value.data)) {
    std::vector<std::string> parts;
    for (const Value& item : *list) parts.push_back(cell_text(item));
    return util::join(parts, ",");
  }
  if (const auto* flag = std::get_if<bool>(&value.data)) return *flag ? "yes" : "no";
  return render::render_json(value);
}

constexpr std::string_view kMoney = "redress";

/// The columns that a key of an item becomes: money is an amount and a currency, so that a program can add it up.
std::vector<std::string> columns_of(const std::string& key) {
  if (key != kMoney) return {key};
  return {fmt::format("{}_amount", key), fmt::format("{}_currency", key)};
}

/// The amount or the currency that a column has of an item's money; nullopt where it is another column.
std::optional<render::CsvCell> money_cell(const Value& item, const std::string& column) {
  const bool is_amount = column == "redress_amount";
  if (!is_amount && column != "redress_currency") return std::nullopt;
  const Value* const money = item.find(kMoney);
  const Value* const part =
      money == nullptr || money->is_null() ? nullptr : money->find(is_amount ? "amount" : "currency");
  return part == nullptr ? render::CsvCell{} : render::CsvCell{cell_text(*part), is_amount};
}

render::CsvCell cell_of(const Value* value) {
  if (value == nullptr) return {};
  const bool number = std::holds_alternative<std::int64_t>(value->data) || std::holds_alternative<double>(value->data);
  return {cell_text(*value), number};
}

/// A line without its line feed, since the printer adds one.
std::string without_end(std::string line) {
  if (!line.empty() && line.back() == '\n') line.pop_back();
  return line;
}

/// The columns that --fields names, in that order. Throws Error(usage) for a field that no complaint has. Takes any
/// name where there are no complaints to know the fields from.
std::vector<std::string> chosen_columns(const std::vector<std::string>& fields, const std::set<std::string>& known) {
  for (const std::string& field : fields) {
    if (known.empty() || known.count(field) > 0) continue;
    const auto near = util::nearest(field, {known.begin(), known.end()});
    throw util::Error(
        util::ErrorKind::usage, fmt::format("cannot export field '{}': there is none of that name", field),
        {near.empty() ? "see: crmtrack export csv | head -1" : "did you mean " + util::join(near, " or ") + "?"});
  }
  return fields;
}

}  // namespace

bool export_jsonl(Context& context, const query::Filter& filter, bool whole) {
  LineExport lines(context, whole);
  lines.add_complaints(ids_of(context, filter));
  if (whole) {
    const index::Index& index = context.index();
    lines.add_remainders(index::Overview(index).folders_without_complaint());
    lines.add_customers(index::customer_ids(index));
    lines.add_journal(index::journal_ids(index));
  }
  return lines.is_complete();
}

bool export_stories(Context& context, const index::ChangedStories& stories) {
  LineExport lines(context, true);
  lines.add_complaints(stories.complaints);
  lines.add_remainders(stories.folders);
  lines.add_customers(stories.customers);
  lines.add_journal(stories.journal);
  return lines.is_complete();
}

void export_csv(Context& context, const query::Filter& filter) {
  const std::vector<std::string> ids = ids_of(context, filter);
  // The first pass finds the columns, the second prints the rows, so that a million rows need not be held in memory.
  std::vector<std::string> columns;
  std::set<std::string> known;
  for (const std::string& id : ids) {
    const Value item = item_of_complaint(context, load_complaint(context, id));
    for (const auto& [key, value] : std::get<Value::Object>(item.data))
      if (key != "promises" && key != "attachments" && known.insert(key).second)
        for (std::string& column : columns_of(key)) columns.push_back(std::move(column));
  }
  known.insert(columns.begin(), columns.end());
  if (!context.display().fields.empty()) columns = chosen_columns(context.display().fields, known);
  context.out().line(without_end(render::render_csv_header(columns)));
  for (const std::string& id : ids) {
    const Value item = item_of_complaint(context, load_complaint(context, id));
    std::vector<render::CsvCell> cells;
    for (const std::string& column : columns)
      cells.push_back(money_cell(item, column).value_or(cell_of(item.find(column))));
    context.out().line(without_end(render::render_csv_line(cells)));
  }
}

}  // namespace crmtrack::command
