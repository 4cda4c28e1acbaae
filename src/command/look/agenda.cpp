#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "command/commands.hpp"
#include "command/common/gaps_input.hpp"
#include "command/common/list_options.hpp"
#include "command/common/option.hpp"
#include "command/common/output.hpp"
#include "command/common/shown.hpp"
#include "command/look/agenda_selection.hpp"
#include "command/look/published.hpp"
#include "render/format.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "view/agenda.hpp"
#include "view/agenda_event.hpp"
#include "view/gaps.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

/// Promises that are overdue, then what customers said after the end, the complaints without any next date and what the
/// customer is to be reminded of, then the other promises.
std::vector<index::PromiseRow> rows_of(Context& context, const index::PromiseSelection& selection) {
  std::vector<index::PromiseRow> rows = index::promises(context.index(), selection);
  std::vector<index::PromiseRow> undated = index::unheard_words(context.index(), selection);
  for (index::PromiseRow& row : index::undated_complaints(context.index(), selection))
    undated.push_back(std::move(row));
  for (index::PromiseRow& row : index::reminders(context.index(), selection)) undated.push_back(std::move(row));
  const auto behind_overdue = std::find_if(rows.begin(), rows.end(), [&](const index::PromiseRow& row) {
    return story::state_of(row.promise, context.now()) != "overdue";
  });
  rows.insert(behind_overdue, std::make_move_iterator(undated.begin()), std::make_move_iterator(undated.end()));
  if (selection.limit && rows.size() > *selection.limit)
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(*selection.limit), rows.end());
  return rows;
}

std::vector<document::Event> events_of(const std::vector<index::PromiseRow>& rows) {
  std::vector<document::Event> events;
  for (const index::PromiseRow& row : rows) events.push_back(view::agenda_event(row));
  return events;
}

render::EntryForm entry_form(const Invocation& invocation) {
  return invocation.has("todo") ? render::EntryForm::todo : render::EntryForm::event;
}

/// Says how many entries have no place in a calendar.
void say_undated(Context& context, const std::vector<document::Event>& events, render::EntryForm form) {
  const auto left = std::count_if(events.begin(), events.end(),
                                  [form](const document::Event& event) { return !render::has_entry(event, form); });
  if (left > 0)
    context.say(fmt::format("{} without a date {} not in the calendar: --todo", left, left == 1 ? "is" : "are"));
}

void publish_agenda(Context& context, const Invocation& invocation, const std::vector<document::Event>& events) {
  const std::string path = invocation.get("publish");
  if (path.empty()) throw Error(ErrorKind::usage, "cannot publish without a path");
  const bool dry_run = context.settings().dry_run;
  const Publication done = publish(std::filesystem::path(context.settings().directory) / path,
                                   {events, entry_form(invocation), context.now(), dry_run});
  context.say(fmt::format("{}: {} new, {} changed, {} as before, {} removed", dry_run ? "would publish" : "published",
                          done.added, done.changed, done.kept, done.removed));
}

bool wants_calendar(Context& context) {
  const std::string& name = context.display().format;
  return !name.empty() && render::get_format(name).calendar != nullptr;
}

void require_fitting_options(Context& context, const Invocation& invocation) {
  if (invocation.has("todo") && !invocation.has("publish") && !wants_calendar(context))
    throw Error(ErrorKind::usage, "cannot use --todo: it is for calendars", {"add --format ics or --publish PATH"});
  if (invocation.has("publish") && !context.display().format.empty() && !wants_calendar(context))
    throw Error(ErrorKind::usage, "cannot publish in another format than ics");
  for (const char* option : {"check", "until", "todo", "publish"})
    if (invocation.has("gaps") && invocation.has(option))
      throw Error(ErrorKind::usage, fmt::format("cannot use --{} with --gaps: a gap has no date", option));
}

/// Why an agenda is empty. None where the user asked for no rows; in a pipe none with --check either, so that a cron
/// job that finds nothing stays silent.
std::string why_empty(Context& context, const Invocation& invocation, index::PromiseSelection::Whose whose) {
  if (limit_of(invocation) == std::size_t{0}) return {};
  if (invocation.has("check") && !context.streams().out_is_terminal) return {};
  return whose != index::PromiseSelection::Whose::people_or_nobody
             ? "nothing is owed"
             : "nothing is owed by you or to you; everybody's: crmtrack agenda --all";
}

void print_agenda(Context& context, const std::vector<index::PromiseRow>& rows, const std::string& why_empty) {
  context.page();
  const view::Setting setting = setting_of(context);
  document::Listing listing = make_listing(context, view::agenda_table(setting, rows, reader_of(context)),
                                           [&](std::size_t row) { return view::agenda_item(setting, rows[row]); });
  if (rows.empty() && !why_empty.empty()) say_empty(context, listing, why_empty);
  const auto late = std::count_if(rows.begin(), rows.end(), [&](const index::PromiseRow& row) {
    return story::state_of(row.promise, context.now()) == "overdue";
  });
  if (context.streams().out_is_terminal && !rows.empty())
    listing.footer.push_back({{fmt::format("{} late of {}", late, rows.size()), document::Role::dim}});
  context.out().print(listing);
}

int print_gaps(Context& context, const Invocation& invocation) {
  std::vector<index::GapRow> rows = load_gaps(context, read_agenda_selection(context, invocation));
  if (const auto limit = limit_of(invocation); limit && rows.size() > *limit)
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(*limit), rows.end());
  context.page();
  const view::Setting setting = setting_of(context);
  document::Listing listing = make_listing(context, view::gap_table(setting, rows, reader_of(context)),
                                           [&](std::size_t row) { return view::gap_item(setting, rows[row]); });
  if (rows.empty()) listing.footer.push_back({{"no gap", document::Role::dim}});
  context.out().print(listing);
  return 0;
}

int run_agenda(Context& context, const Invocation& invocation) {
  require_fitting_options(context, invocation);
  if (invocation.has("gaps")) return print_gaps(context, invocation);
  const index::PromiseSelection selection = read_agenda_selection(context, invocation);
  std::vector<index::PromiseRow> rows = rows_of(context, selection);
  // Overdue promises stand first.
  const bool late = !rows.empty() && story::state_of(rows.front().promise, context.now()) == "overdue";
  if (limit_of(invocation) == std::size_t{0}) rows.clear();
  if (invocation.has("publish") || wants_calendar(context)) {
    const std::vector<document::Event> events = events_of(rows);
    const render::EntryForm form = entry_form(invocation);
    say_undated(context, events, form);
    if (invocation.has("publish"))
      publish_agenda(context, invocation, events);
    else
      context.out().print_calendar(events, form);
  } else {
    print_agenda(context, rows, why_empty(context, invocation, selection.whose));
  }
  return invocation.has("check") && late ? 1 : 0;
}

}  // namespace

const CommandSpec kAgenda{
    .name = "agenda",
    .group = "look",
    .summary = "the open promises, ours and theirs; yours by default",
    .positionals = {{"PERSON", "whose; default: yours, and what nobody owns", Completes::person, 0, 1}},
    .options = {OptionSpec{"--all", "", "everybody's"}, OptionSpec{"--team", "TEAM", "those of a team's people"},
                option::kProject, option::kCustomer,
                OptionSpec{"--until", "DAY", "what falls due until the end of that day (today, fri, 2026-11-27)"},
                OptionSpec{"--check", "", "exit 1 where one is overdue"},
                OptionSpec{"--gaps", "", "what nobody owns, has answered, acknowledged, dated … in place of promises"},
                OptionSpec{"--todo", "", "in a calendar: things to do in place of events"},
                OptionSpec{"--publish", "PATH",
                           "keep a calendar up to date: a file PATH.ics, or a folder with one file an entry",
                           Completes::file},
                option::kLimit},
    .examples = {{"crmtrack agenda", "what I owe, and what is owed to me"},
                 {"crmtrack agenda --team north --until fri", "what the team has to do this week"},
                 {"crmtrack agenda --all --check -q", "for cron"},
                 {"crmtrack agenda --publish ~/calendars/crm",
                  "for khal, vdirsyncer and whatever reads their folders"}},
    .access = Access::reads,
    .run = run_agenda,
};

}  // namespace crmtrack::command
