#include "view/agenda.hpp"

#include <fmt/format.h>

#include "story/short_record.hpp"
#include "view/item.hpp"
#include "view/local_time.hpp"
#include "view/short_name.hpp"

namespace crmtrack::view {

using document::Role;
using document::Value;

namespace {

Role state_role(std::string_view state) {
  if (state == "overdue") return Role::bad;
  return state == "due_soon" ? Role::warning : Role::plain;
}

std::string kind_of(const index::PromiseRow& row) {
  if (row.promise.remind_at) return "remind";
  return row.undated ? "next_step" : std::string(record::name_of(row.promise.kind));
}

/// `11-23 17:00`: the year only where it is not this one.
std::string due_text(const Setting& setting, const story::Promise& promise) {
  if (!promise.due_at) return "no date";
  const std::string time = local_time(setting.zone, *promise.due_at);
  const bool this_year = time.starts_with(local_time(setting.zone, setting.now).substr(0, 5));
  return time.substr(this_year ? 5 : 0);
}

/// The seconds until a promise is due; below 0 once it is late.
std::optional<std::int64_t> seconds_left(const Setting& setting, const story::Promise& promise) {
  if (!promise.due_at) return std::nullopt;
  return (*promise.due_at - setting.now).count();
}

/// `in 6 h`, `2 d late`. In words, since a terminal may have no colours: `soon` behind its first warning point.
document::Cell left_cell(const Setting& setting, const story::Promise& promise, std::string_view state) {
  const auto left = seconds_left(setting, promise);
  if (!left) return {"", "-", Role::dim};
  std::string words = time_left(setting, *promise.due_at);
  if (state == "due_soon") words += ", soon";
  return {fmt::to_string(*left), std::move(words), state_role(state), 0, true};
}

std::string short_reference(const story::Promise& promise) {
  return story::shortened(promise.of) + (promise.several ? fmt::format(".{}", promise.n) : "");
}

/// Whether a person has to say which promise of its kind is meant: it was stated in words.
bool is_stated(record::PromiseKind kind) {
  using Kind = record::PromiseKind;
  return kind == Kind::commitment || kind == Kind::reply || kind == Kind::information || kind == Kind::step;
}

/// The name under which other commands take the promise: `commitment@4kq2`.
std::string shown_name(const index::PromiseRow& row) {
  const std::string kind = kind_of(row);
  return row.undated || !is_stated(row.promise.kind) ? kind : kind + "@" + short_reference(row.promise);
}

/// The words of the promise, and the complaint. The complaint alone where the name of the promise says the rest.
std::string about_text(const index::PromiseRow& row) {
  const std::string& what = row.promise.what;
  if (what.empty() || row.summary.empty()) return row.summary.empty() ? what : row.summary;
  const bool has_words =
      row.unheard || row.promise.remind_at ||
      (!row.undated && (is_stated(row.promise.kind) || row.promise.kind == record::PromiseKind::review));
  return has_words ? fmt::format("{} ({})", what, row.summary) : row.summary;
}

/// The cells for a program. Short ids and local times are not computed: that takes longer than all the rest.
std::vector<document::Cell> promise_cells_for_program(const Setting& setting, const index::PromiseRow& row) {
  const story::Promise& promise = row.promise;
  const bool ours = promise.debtor == story::Debtor::us;
  return {{promise.due_at ? util::format_utc(*promise.due_at) : ""},
          {row.story.id},
          {kind_of(row)},
          {std::string(story::state_of(promise, setting.now))},
          {row.severity},
          {std::string(story::name_of(promise.debtor))},
          {!promise.who.empty() ? promise.who
           : ours               ? row.owner
                                : ""},
          {row.undated ? "" : story::reference_of(promise)},
          {row.customer},
          {promise.what.empty() ? row.summary : promise.what}};
}

/// The same cells as a person reads them.
std::vector<document::Cell> promise_cells_for_person(const Setting& setting, const index::PromiseRow& row) {
  std::vector<document::Cell> cells = promise_cells_for_program(setting, row);
  const std::string state = cells[3].text;
  cells[0].shown = due_text(setting, row.promise);
  cells[0].role = cells[3].role = state_role(state);
  cells[1].shown = short_name(setting, row.story);
  cells[1].role = Role::id;
  cells[2].shown = shown_name(row);
  const std::string who = cells[6].text.substr(0, cells[6].text.find('@'));
  if (row.promise.debtor != story::Debtor::customer && !who.empty()) cells[5].shown = who;
  cells[6].shown = who;
  cells[8].shown = shown_customer(setting, row.customer);
  if (!row.undated) cells[7].shown = short_reference(row.promise);
  cells[9].shown = about_text(row);
  cells.insert(cells.begin() + 1, left_cell(setting, row.promise, state));
  return cells;
}

using document::Align;
using document::Column;

std::vector<Column> promise_columns_for_program() {
  return {{"due_at", "Due"},        {"complaint", "Complaint"}, {"promise", "What"}, {"state", "State"},
          {"severity", "Severity"}, {"debtor", "Owes"},         {"who", "Who"},      {"record", "Record"},
          {"customer", "Customer"}, {"what", "About"}};
}

constexpr std::size_t kLeastAbout = 16;

/// The time left, complaint and what stay on any terminal. The time left tells the state, the name of the promise the
/// record, and whoever owes it of us or of others stands there by name. The severity, by which the rows are sorted,
/// goes after the date, which the time left tells too.
std::vector<Column> promise_columns_for_person() {
  return {{"due_at", "Due", Align::left, true, false, 0, 5},
          {"left_seconds", "Left"},
          {"complaint", "ID"},
          {"promise", "What"},
          {"state", "State", Align::left, false},
          {"severity", "Severity", Align::left, true, false, 0, 4},
          {"debtor", "Owes", Align::left, true, true, 6, 3},
          {"who", "Who", Align::left, false},
          {"record", "Record", Align::left, false},
          {"customer", "Customer", Align::left, true, true, 8, 6},
          {"what", "About", Align::left, true, true, kLeastAbout, 2}};
}

}  // namespace

document::Table agenda_table(const Setting& setting, const std::vector<index::PromiseRow>& rows, Reader reader) {
  const bool for_people = reader == Reader::person;
  document::Table table;
  table.columns = for_people ? promise_columns_for_person() : promise_columns_for_program();
  for (const index::PromiseRow& row : rows)
    table.rows.push_back(for_people ? promise_cells_for_person(setting, row) : promise_cells_for_program(setting, row));
  return table;
}

Value agenda_item(const Setting& setting, const index::PromiseRow& row) {
  const bool complaint = row.story.kind == record::StoryKind::complaint;
  Value item = promise_value(row.promise, setting.now);
  const auto left = seconds_left(setting, row.promise);
  item.set("left_seconds", left ? Value(*left) : Value());
  if (row.undated) {
    for (const char* key : {"promise", "of", "n", "record"}) item.set(key, Value());
    item.set("promise", "next_step");
  }
  if (row.promise.remind_at) item.set("promise", "remind");
  item.set("severity", row.severity.empty() ? Value() : Value(row.severity));
  item.set("complaint", complaint ? Value(row.story.id) : Value());
  item.set("short",
           complaint || row.story.kind == record::StoryKind::journal ? Value(setting.short_id(row.story.id)) : Value());
  const bool decision = row.story.kind == record::StoryKind::journal;
  item.set("decision", decision ? Value(row.story.id) : Value());
  item.set("customer", row.customer.empty() ? Value() : Value(row.customer));
  item.set("owner", row.owner.empty() ? Value() : Value(row.owner));
  item.set("summary", row.summary.empty() ? Value() : Value(row.summary));
  return item;
}

}  // namespace crmtrack::view
