#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/list_options.hpp"
#include "command/common/option.hpp"
#include "command/common/output.hpp"
#include "index/read/promises.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "view/agenda.hpp"

namespace crmtrack::command {

namespace {

/// The promises that the options ask for. The user's own agenda includes what nobody owns; another person's does not.
index::PromiseSelection selection_of(Context& context, const Invocation& invocation) {
  using Whose = index::PromiseSelection::Whose;
  index::PromiseSelection selection;
  selection.now = context.now();
  if (const auto limit = limit_of(invocation))
    selection.limit = std::max<std::size_t>(*limit, 1);  // --check needs one row
  if (invocation.has("all")) return selection;
  const bool mine = invocation.positionals.empty();
  selection.whose = mine ? Whose::person_or_nobody : Whose::person;
  selection.person = resolve_person(context, mine ? "me" : invocation.positionals.front());
  return selection;
}

/// Promises that are overdue, then the complaints without any next date and what the customer is to be reminded of,
/// then the other promises.
std::vector<index::PromiseRow> rows_of(Context& context, const index::PromiseSelection& selection) {
  std::vector<index::PromiseRow> rows = index::promises(context.index(), selection);
  std::vector<index::PromiseRow> undated = index::undated_complaints(context.index(), selection);
  for (index::PromiseRow& row : index::reminders(context.index(), selection)) undated.push_back(std::move(row));
  const auto behind_overdue = std::find_if(rows.begin(), rows.end(), [&](const index::PromiseRow& row) {
    return story::state_of(row.promise, context.now()) != "overdue";
  });
  rows.insert(behind_overdue, std::make_move_iterator(undated.begin()), std::make_move_iterator(undated.end()));
  if (selection.limit && rows.size() > *selection.limit)
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(*selection.limit), rows.end());
  return rows;
}

int run(Context& context, const Invocation& invocation) {
  if (invocation.has("all") && !invocation.positionals.empty())
    throw util::Error(util::ErrorKind::usage, "cannot show the agenda of one person and of all");
  std::vector<index::PromiseRow> rows = rows_of(context, selection_of(context, invocation));
  // Overdue promises stand first.
  const bool late = !rows.empty() && story::state_of(rows.front().promise, context.now()) == "overdue";
  if (limit_of(invocation) == std::size_t{0}) rows.clear();
  context.page();
  const view::Setting setting = setting_of(context);
  document::Listing listing = make_listing(context, view::agenda_table(setting, rows, reader_of(context)),
                                           [&](std::size_t row) { return view::agenda_item(setting, rows[row]); });
  if (context.streams().out_is_terminal && rows.empty())
    listing.footer.push_back({{invocation.has("all") || !invocation.positionals.empty()
                                   ? "nothing is owed"
                                   : "nothing is owed by you or to you; everybody's: crmtrack agenda --all",
                               document::Role::dim}});
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
