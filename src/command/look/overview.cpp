#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/lookup.hpp"
#include "command/common/output.hpp"
#include "document/document.hpp"
#include "view/complaint_table.hpp"
#include "view/local_time.hpp"
#include "view/short_name.hpp"

namespace crmtrack::command {

using document::Role;

namespace {

constexpr std::size_t kShownPromises = 5;
constexpr std::size_t kShownComplaints = 20;

/// What the overview of one person shows.
struct Overview {
  std::vector<index::PromiseRow> owed;  ///< the first ones that they owe
  std::size_t owed_count = 0;           ///< how many there are
  std::vector<index::Row> mine;         ///< their open complaints
};

void add_owed(const view::Setting& setting, const Overview& overview, document::Document& document) {
  if (overview.owed.empty()) return;
  document.add(document::Heading{"You owe", 2});
  document::Lines lines;
  for (const index::PromiseRow& row : overview.owed) {
    const bool late = story::state_of(row.promise, setting.now) == "overdue";
    const std::string due =
        row.promise.due_at ? "by " + view::local_time(setting.zone, *row.promise.due_at) : "no date";
    lines.lines.push_back({{view::short_name(setting, row.story), Role::id},
                           {fmt::format("  {}, ", record::name_of(row.promise.kind))},
                           {due, late ? Role::bad : Role::plain},
                           {fmt::format("  {}: {}", row.customer, row.summary)}});
  }
  if (overview.owed_count > overview.owed.size())
    lines.lines.push_back(
        {{fmt::format("and {} more: crmtrack agenda", overview.owed_count - overview.owed.size()), Role::dim}});
  document.add(std::move(lines));
}

void add_mine(const view::Setting& setting, const Overview& overview, document::Document& document) {
  document.add(document::Heading{"Your open complaints", 2});
  if (overview.mine.empty())
    document.add(document::Paragraph{{{"none"}}});
  else
    document.add(view::complaint_table(setting, overview.mine, view::Reader::person));
}

void add_next(document::Document& document) {
  document.add(document::Heading{"Next", 2});
  document::Figures figures;
  figures.items = {{"crmtrack new -c CUSTOMER -m TEXT", "take a complaint", "", Role::plain},
                   {"crmtrack call ID -m TEXT", "record a call", "", Role::plain},
                   {"crmtrack show ID", "tell its story", "", Role::plain},
                   {"crmtrack agenda", "everything that is owed", "", Role::plain},
                   {"crmtrack help", "all commands", "", Role::plain}};
  document.add(std::move(figures));
}

document::Document overview_document(const view::Setting& setting, const Overview& overview) {
  document::Document document;
  add_owed(setting, overview, document);
  add_mine(setting, overview, document);
  add_next(document);
  return document;
}

std::vector<index::Row> my_open(Context& context, const std::string& me) {
  const query::Filter filter = parse_filter({"status:open", fmt::format("owner:\"{}\"", me)});
  return context.index().select({filter, context.moment(filter), {}, kShownComplaints});
}

Overview load_overview(Context& context, const std::string& me) {
  const index::PromiseSelection owed{index::PromiseSelection::Whose::owed_by_person_or_nobody, me, kShownPromises};
  Overview overview;
  overview.owed = context.index().promises(owed);
  if (!overview.owed.empty()) overview.owed_count = context.index().count_promises(owed);
  overview.mine = my_open(context, me);
  return overview;
}

/// `crmtrack` alone in a repository: what I owe first, my open complaints, and what most likely comes next.
int run(Context& context, const Invocation&) {
  const std::string me = context.me_or_nobody();
  if (context.wants_data()) {
    document::Value::List items;
    for (const index::Row& row : my_open(context, me))
      items.push_back(item_of_complaint(context, load_complaint(context, row.id)));
    print_items(context, std::move(items));
    return 0;
  }
  context.out().print(overview_document(setting_of(context), load_overview(context, me)), {});
  return 0;
}

}  // namespace

const CommandSpec kOverview{.name = "default",
                            .group = "look",
                            .summary = "what I owe, and my open complaints",
                            .access = Access::reads,
                            .run = run,
                            .hidden = true};

}  // namespace crmtrack::command
