#include "view/agenda.hpp"

#include <fmt/format.h>

#include "util/id.hpp"
#include "view/item.hpp"
#include "view/local_time.hpp"
#include "view/short_name.hpp"

namespace crmtrack::view {

using document::Role;
using document::Value;

namespace {

constexpr std::size_t kShortRecord = 4;

Role state_role(std::string_view state) {
  if (state == "overdue") return Role::bad;
  return state == "due_soon" ? Role::warning : Role::plain;
}

std::string kind_of(const index::PromiseRow& row) {
  return row.undated ? "next_step" : std::string(record::name_of(row.promise.kind));
}

std::string due_text(const Setting& setting, const story::Promise& promise) {
  return promise.due_at ? local_time(setting.zone, *promise.due_at) : "-";
}

/// The reference that `--answers` takes: whole for a program, the first letters of the record for a person.
document::Cell reference_cell(const index::PromiseRow& row, bool for_people) {
  if (row.undated) return {""};
  const std::string reference = story::reference_of(row.promise);
  if (!for_people) return {reference};
  const std::string number = row.promise.several ? fmt::format(".{}", row.promise.n) : "";
  return {reference, std::string(util::record_tail(row.promise.of).substr(0, kShortRecord)) + number, Role::id};
}

/// The cells of a promise. Leaves short ids and local times empty for a program: to compute them takes longer than all
/// the rest.
std::vector<document::Cell> cells_of(const Setting& setting, const index::PromiseRow& row, bool for_people) {
  const story::Promise& promise = row.promise;
  const std::string state(story::state_of(promise, setting.now));
  const std::string debtor(story::name_of(promise.debtor));
  const std::string about = promise.what.empty() ? row.summary
                            : for_people         ? fmt::format("{} ({})", promise.what, row.summary)
                                                 : promise.what;
  return {{promise.due_at ? util::format_utc(*promise.due_at) : "", for_people ? due_text(setting, promise) : "",
           state_role(state)},
          {row.story.id, for_people ? short_name(setting, row.story) : "", Role::id},
          {kind_of(row)},
          {state, "", state_role(state)},
          {row.severity},
          {debtor},
          {promise.who.empty() ? debtor == "us" ? row.owner : "" : promise.who},
          reference_cell(row, for_people),
          {row.customer},
          {about}};
}

}  // namespace

document::Table agenda_table(const Setting& setting, const std::vector<index::PromiseRow>& rows, Reader reader) {
  document::Table table;
  table.columns = {{"due_at", "Due"},
                   {"complaint", "Complaint"},
                   {"promise", "What"},
                   {"state", "State"},
                   {"severity", "Severity"},
                   {"debtor", "Owes"},
                   {"who", "Who", document::Align::left, true, true},
                   {"record", "Record"},
                   {"customer", "Customer", document::Align::left, true, true},
                   {"what", "About", document::Align::left, true, true}};
  const bool for_people = reader == Reader::person;
  for (const index::PromiseRow& row : rows) table.rows.push_back(cells_of(setting, row, for_people));
  return table;
}

Value agenda_item(const Setting& setting, const index::PromiseRow& row) {
  const bool complaint = row.story.kind == record::StoryKind::complaint;
  Value item = promise_value(row.promise, setting.now);
  if (row.undated) {
    for (const char* key : {"promise", "of", "n", "record"}) item.set(key, Value());
    item.set("promise", "next_step");
  }
  item.set("severity", row.severity.empty() ? Value() : Value(row.severity));
  item.set("complaint", complaint ? Value(row.story.id) : Value());
  item.set("short", complaint ? Value(setting.short_id(row.story.id)) : Value());
  item.set("customer", row.customer.empty() ? Value() : Value(row.customer));
  item.set("owner", row.owner.empty() ? Value() : Value(row.owner));
  item.set("summary", row.summary.empty() ? Value() : Value(row.summary));
  return item;
}

}  // namespace crmtrack::view
