#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/capture.hpp"
#include "command/common/list_options.hpp"
#include "command/common/lookup.hpp"
#include "command/common/output.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "view/item.hpp"
#include "view/local_time.hpp"
#include "view/short_name.hpp"

namespace crmtrack::command {

using document::Role;
using document::Value;

namespace {

/// What nobody owns is everybody's: it is on one's own agenda, not on another's.
index::PromiseSelection selection_of(Context& context, const Invocation& invocation) {
  using Whose = index::PromiseSelection::Whose;
  index::PromiseSelection selection;
  if (const auto limit = limit_of(invocation))
    selection.limit = std::max<std::size_t>(*limit, 1);  // --check looks at one
  if (invocation.has("all")) return selection;
  const bool mine = invocation.positionals.empty();
  selection.whose = mine ? Whose::person_or_nobody : Whose::person;
  selection.person = resolve_person(context, mine ? "me" : invocation.positionals.front());
  return selection;
}

Value agenda_item(const view::Setting& setting, const index::PromiseRow& row) {
  const bool complaint = row.story.kind == record::StoryKind::complaint;
  Value item = view::promise_value(row.promise, setting.now);
  item.set("complaint", complaint ? Value(row.story.id) : Value());
  item.set("short", complaint ? Value(setting.short_id(row.story.id)) : Value());
  item.set("customer", row.customer.empty() ? Value() : Value(row.customer));
  item.set("owner", row.owner.empty() ? Value() : Value(row.owner));
  item.set("summary", row.summary.empty() ? Value() : Value(row.summary));
  return item;
}

/// What only people see (short ids, local times) is not worked out for a pipe: it takes longer than all the rest.
std::vector<document::Cell> cells_of(const view::Setting& setting, const index::PromiseRow& row, bool for_people) {
  const story::Promise& promise = row.promise;
  const std::string state(story::state_of(promise, setting.now));
  const std::string debtor(story::name_of(promise.debtor));
  return {{state, "",
           state == "overdue"    ? Role::bad
           : state == "due_soon" ? Role::warning
                                 : Role::plain},
          {promise.due_at ? util::format_utc(*promise.due_at) : "",
           !for_people      ? ""
           : promise.due_at ? view::local_time(setting.zone, *promise.due_at)
                            : "-"},
          {debtor},
          {promise.who.empty() ? debtor == "us" ? row.owner : "" : promise.who},
          {std::string(record::name_of(promise.kind))},
          {row.story.id, for_people ? view::short_name(setting, row.story) : "", Role::id},
          {row.customer},
          {promise.what.empty() ? row.summary : promise.what,
           promise.what.empty() ? row.summary : fmt::format("{}: {}", row.summary, promise.what)}};
}

document::Table agenda_table(const view::Setting& setting, const std::vector<index::PromiseRow>& rows,
                             view::Reader reader) {
  document::Table table;
  table.columns = {{"state", "State"},
                   {"due_at", "Due"},
                   {"debtor", "Owes"},
                   {"who", "Who", document::Align::left, true, true},
                   {"promise", "What"},
                   {"complaint", "Complaint"},
                   {"customer", "Customer", document::Align::left, true, true},
                   {"what", "About", document::Align::left, true, true}};
  const bool for_people = reader == view::Reader::person;
  for (const index::PromiseRow& row : rows) table.rows.push_back(cells_of(setting, row, for_people));
  return table;
}

int run(Context& context, const Invocation& invocation) {
  if (invocation.has("all") && !invocation.positionals.empty())
    throw util::Error(util::ErrorKind::usage, "cannot show the agenda of one person and of all");
  std::vector<index::PromiseRow> rows = context.index().promises(selection_of(context, invocation));
  // The one that is due first comes first.
  const bool late = !rows.empty() && story::state_of(rows.front().promise, context.now()) == "overdue";
  if (limit_of(invocation) == std::size_t{0}) rows.clear();
  context.page();
  const view::Setting setting = setting_of(context);
  document::Listing listing = make_listing(context, agenda_table(setting, rows, reader_of(context)),
                                           [&](std::size_t row) { return agenda_item(setting, rows[row]); });
  if (context.streams().out_is_terminal && rows.empty()) listing.footer.push_back({{"nothing is owed", Role::dim}});
  context.out().print(listing);
  return invocation.has("check") && late ? 1 : 0;
}

}  // namespace

const CommandSpec kAgenda{
    .name = "agenda",
    .group = "look",
    .summary = "the open promises, ours and theirs; yours by default",
    .positionals = {{"PERSON", "whose; default: yours, and what nobody owns", Completes::person, 0, 1}},
    .options = {OptionSpec{"--all", "", "everybody's"}, OptionSpec{"--check", "", "exit 1 where one is overdue"},
                option::kLimit},
    .examples = {{"crmtrack agenda", "what I owe, and what is owed to me"},
                 {"crmtrack agenda --all --check -q", "for cron"}},
    .access = Access::reads,
    .run = run,
};

}  // namespace crmtrack::command
