#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "command/commands.hpp"
#include "command/common/list_options.hpp"
#include "command/common/option.hpp"
#include "command/common/output.hpp"
#include "command/common/shown.hpp"
#include "command/look/inbox.hpp"
#include "index/read/lookup.hpp"
#include "index/read/promises.hpp"
#include "index/read/select.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "session/views.hpp"
#include "util/error.hpp"
#include "view/complaint_table.hpp"

namespace crmtrack::command {

namespace {

/// Says why a list is empty, and how it can be filled. `hidden` are the closed complaints that --all would show.
std::string empty_hint(const Invocation& invocation, std::size_t hidden) {
  if (limit_of(invocation) == std::size_t{0}) return "none was asked for";
  if (invocation.positionals.empty())
    return fmt::format("no complaint {}; take one: crmtrack new -c CUSTOMER -m TEXT", hidden > 0 ? "is open" : "yet");
  return hidden > 0 ? "none that is not closed meets the filter"
                    : "no complaint meets the filter; its words: crmtrack help filter";
}

/// The filter and the order that the user's words ask for.
struct Wanted {
  std::vector<std::string> filter;
  std::vector<std::string> sort;
};

/// `open promises: we owe 2, they owe us 1`; with a filter `promises of these: ours 2, theirs 1`, of the complaints
/// that it selects.
document::Line promise_line(Context& context, const Wanted& wanted, const index::Selection& selection) {
  const bool all = wanted.filter.empty();
  const auto [ours, theirs] = all ? index::open_promises(context.index(), context.now())
                                  : index::count_open_promises(context.index(), selection.filter, selection.moment);
  return {{all ? fmt::format("open promises: we owe {}, they owe us {}", ours, theirs)
               : fmt::format("promises of these: ours {}, theirs {}", ours, theirs),
           document::Role::dim}};
}

/// Puts for each `@NAME` the filter of that view; its order and columns count where the user gave none.
Wanted read_wanted(Context& context, const Invocation& invocation) {
  Wanted wanted{{}, sort_keys(invocation)};
  for (const std::string& word : invocation.positionals) {
    if (word.size() < 2 || word.front() != '@') {
      wanted.filter.push_back(word);
      continue;
    }
    const policy::View view = session::get_view(context, word.substr(1));
    if (!view.filter.empty()) wanted.filter.push_back(view.filter);
    if (wanted.sort.empty()) wanted.sort = view.sort;
    context.suggest_fields(view.columns);
  }
  return wanted;
}

/// All complaints that a selection would have without its limit, of which people are told. Counted to the end only
/// where a program reads the number.
std::size_t count_all(Context& context, const index::Selection& selection, std::size_t found) {
  if (!selection.limit || found < *selection.limit) return found;
  const auto most = context.wants_data() ? std::nullopt : std::optional(kMostCounted + 1);
  const std::size_t total = index::count(context.index(), selection.filter, selection.moment, most);
  if (found < total) say_cut(context, found, most ? counted(total) : grouped(total));
  return total;
}

void say_hidden(Context& context, std::size_t hidden, bool is_empty) {
  if (hidden > 0)
    context.say(
        fmt::format("{}{} {} closed: --all", counted(hidden), is_empty ? "" : " more", hidden == 1 ? "is" : "are"));
}

/// The closed complaints that --all would show beside these. Without a filter, where everybody knows that the closed
/// ones are left out, they count only where nothing else is there.
std::size_t count_left_out(Context& context, const Invocation& invocation, const query::Filter& filter,
                           std::size_t found) {
  const bool wants_all = invocation.has("all") || limit_of(invocation) == std::size_t{0};
  return wants_all || (filter.terms.empty() && found > 0) ? 0 : count_hidden(context, filter);
}

int run_list(Context& context, const Invocation& invocation) {
  if (asks_for_inbox(invocation)) return list_inbox(context, invocation);
  const Wanted wanted = read_wanted(context, invocation);
  const query::Filter filter = session::parse_filter(context, wanted.filter);
  say_words_like_conditions(context, filter, "received:");
  const query::Filter shown = invocation.has("all") ? filter : shown_by(filter);
  const index::Selection selection{shown, context.moment(shown), wanted.sort, limit_of(invocation)};
  std::vector<index::Row> rows = index::select(context.index(), selection);
  const std::size_t total = count_all(context, selection, rows.size());
  const std::size_t hidden = count_left_out(context, invocation, filter, total);
  say_hidden(context, hidden, total == 0);
  if (const std::size_t bad = index::bad_records(context.index()).size(); bad > 0)
    context.warn(
        fmt::format("{} {} of the ledger cannot be read: see crmtrack doctor", bad, bad == 1 ? "file" : "files"));
  context.page();
  document::Listing listing =
      make_listing(context, view::complaint_table(setting_of(context), rows, reader_of(context)),
                   [&](std::size_t row) { return item_of_complaint(context, load_complaint(context, rows[row].id)); });
  listing.total = total;
  const bool on_terminal = context.streams().out_is_terminal;
  const bool tells_more = hidden == 0 && limit_of(invocation) != std::size_t{0};
  if (rows.empty() && (on_terminal || tells_more)) say_empty(context, listing, empty_hint(invocation, hidden));
  if (on_terminal) listing.footer.push_back(promise_line(context, wanted, selection));
  context.out().print(listing);
  return 0;
}

}  // namespace

const CommandSpec kList{
    .name = "list",
    .group = "look",
    .summary = "list complaints: what is not closed, newest first",
    .positionals = {{"FILTER", "which ones; see crmtrack-filter(7); @NAME for a view", Completes::filter, 0, -1}},
    .options = {option::kAll, option::kLimit, option::kSort, option::kNul},
    .examples = {{"crmtrack list", "everything that is not closed"},
                 {"crmtrack list owner:me overdue:yes", "mine, and late"},
                 {"crmtrack list severity.min:high received.min:-7d --sort -severity", "this week's serious ones"},
                 {"crmtrack list inbox:yes", "the mails that wait for somebody to say where they belong"},
                 {"crmtrack list @late", "the view `late`, of policy or of your own"},
                 {"crmtrack list --all --fields id -0 | xargs -0 -n1 crmtrack show", "for scripts"}},
    .access = Access::reads,
    .run = run_list,
};

}  // namespace crmtrack::command
