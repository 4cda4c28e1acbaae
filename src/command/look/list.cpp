#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "command/commands.hpp"
#include "command/common/list_options.hpp"
#include "command/common/option.hpp"
#include "command/common/output.hpp"
#include "index/read/lookup.hpp"
#include "index/read/next_due.hpp"
#include "index/read/promises.hpp"
#include "index/read/select.hpp"
#include "query/filter_parse.hpp"
#include "session/lookup.hpp"
#include "session/word_filter.hpp"
#include "util/error.hpp"
#include "view/complaint_table.hpp"

namespace crmtrack::command {

namespace {

/// `3 promises open: we owe 2, they owe 1`.
document::Line promise_line(Context& context) {
  const auto [ours, theirs] = index::open_promises(context.index(), context.now());
  return {{fmt::format("open promises: we owe {}, they owe us {}", ours, theirs), document::Role::dim}};
}

/// Says how an empty list can be filled.
std::string empty_hint(const Invocation& invocation) {
  const bool all = invocation.has("all");
  if (limit_of(invocation) == std::size_t{0}) return "none was asked for";
  if (invocation.positionals.empty())
    return fmt::format("no complaint {}; take one: crmtrack new -c CUSTOMER -m TEXT", all ? "yet" : "is open");
  return all ? "no complaint meets the filter; its words: crmtrack help filter"
             : "none that is not closed meets the filter; --all looks at the closed ones too";
}

int run(Context& context, const Invocation& invocation) {
  query::Filter filter = session::read_filter(context, invocation.positionals);
  if (!invocation.has("all") && !query::mentions(filter, "status"))
    filter.terms.push_back(
        {.key = "status", .modifier = query::Modifier::not_, .values = {"closed", "withdrawn", "void"}});
  index::Selection selection{filter, context.moment(filter), sort_keys(invocation), limit_of(invocation)};
  std::vector<index::Row> rows = index::select(context.index(), selection);
  if (const std::size_t bad = index::bad_records(context.index()).size(); bad > 0)
    context.warn(
        fmt::format("{} {} of the ledger cannot be read: see crmtrack doctor", bad, bad == 1 ? "file" : "files"));
  context.page();
  if (reader_of(context) == view::Reader::person) index::add_next_due(context.index(), rows);
  document::Listing listing =
      make_listing(context, view::complaint_table(setting_of(context), rows, reader_of(context)),
                   [&](std::size_t row) { return item_of_complaint(context, load_complaint(context, rows[row].id)); });
  if (context.streams().out_is_terminal) {
    if (rows.empty()) listing.footer.push_back({{empty_hint(invocation), document::Role::dim}});
    listing.footer.push_back(promise_line(context));
  }
  context.out().print(listing);
  return 0;
}

}  // namespace

const CommandSpec kList{
    .name = "list",
    .group = "look",
    .summary = "list complaints: what is not closed, newest first",
    .positionals = {{"FILTER", "which ones; see crmtrack-filter(7)", Completes::filter, 0, -1}},
    .options = {option::kAll, option::kLimit, option::kSort, option::kNul},
    .examples = {{"crmtrack list", "everything that is not closed"},
                 {"crmtrack list owner:me overdue:yes", "mine, and late"},
                 {"crmtrack list severity.min:high received.min:-7d --sort -severity", "this week's serious ones"},
                 {"crmtrack list --all --fields id -0 | xargs -0 -n1 crmtrack show", "for scripts"}},
    .access = Access::reads,
    .run = run,
};

}  // namespace crmtrack::command
