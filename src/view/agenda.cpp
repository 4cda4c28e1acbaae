#include "view/agenda.hpp"

#include <fmt/format.h>

#include "view/item.hpp"
#include "view/local_time.hpp"
#include "view/short_name.hpp"

namespace crmtrack::view {

using document::Role;
using document::Value;

namespace {

/// The cells of a promise. Leaves short ids and local times empty for a program: to compute them takes longer than all
/// the rest.
std::vector<document::Cell> cells_of(const Setting& setting, const index::PromiseRow& row, bool for_people) {
  const story::Promise& promise = row.promise;
  const std::string state(story::state_of(promise, setting.now));
  const std::string debtor(story::name_of(promise.debtor));
  return {{state, "",
           state == "overdue"    ? Role::bad
           : state == "due_soon" ? Role::warning
                                 : Role::plain},
          {promise.due_at ? util::format_utc(*promise.due_at) : "", !for_people ? ""
                                                                    : promise.due_at
                                                                        ? local_time(setting.zone, *promise.due_at)
                                                                        : "-"},
          {debtor},
          {promise.who.empty() ? debtor == "us" ? row.owner : "" : promise.who},
          {std::string(record::name_of(promise.kind))},
          {row.story.id, for_people ? short_name(setting, row.story) : "", Role::id},
          {row.customer},
          {promise.what.empty() ? row.summary : promise.what,
           promise.what.empty() ? row.summary : fmt::format("{}: {}", row.summary, promise.what)}};
}

}  // namespace

document::Table agenda_table(const Setting& setting, const std::vector<index::PromiseRow>& rows, Reader reader) {
  document::Table table;
  table.columns = {{"state", "State"},
                   {"due_at", "Due"},
                   {"debtor", "Owes"},
                   {"who", "Who", document::Align::left, true, true},
                   {"promise", "What"},
                   {"complaint", "Complaint"},
                   {"customer", "Customer", document::Align::left, true, true},
                   {"what", "About", document::Align::left, true, true}};
  const bool for_people = reader == Reader::person;
  for (const index::PromiseRow& row : rows) table.rows.push_back(cells_of(setting, row, for_people));
  return table;
}

Value agenda_item(const Setting& setting, const index::PromiseRow& row) {
  const bool complaint = row.story.kind == record::StoryKind::complaint;
  Value item = promise_value(row.promise, setting.now);
  item.set("complaint", complaint ? Value(row.story.id) : Value());
  item.set("short", complaint ? Value(setting.short_id(row.story.id)) : Value());
  item.set("customer", row.customer.empty() ? Value() : Value(row.customer));
  item.set("owner", row.owner.empty() ? Value() : Value(row.owner));
  item.set("summary", row.summary.empty() ? Value() : Value(row.summary));
  return item;
}

}  // namespace crmtrack::view
