#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/item.hpp"
#include "command/common/lookup.hpp"
#include "command/common/rows.hpp"
#include "command/common/story_text.hpp"
#include "document/document.hpp"

namespace crmtrack::command {

using document::Role;

namespace {

constexpr std::size_t kShownPromises = 5;
constexpr std::size_t kShownComplaints = 20;

void add_owed(Context& context, const std::string& me, document::Document& document) {
  const index::PromiseSelection owed{index::PromiseSelection::Whose::owed_by_person_or_nobody, me, kShownPromises};
  const std::vector<index::PromiseRow> rows = context.index().promises(owed);
  if (rows.empty()) return;
  document.add(document::Heading{"You owe", 2});
  document::Lines lines;
  for (const index::PromiseRow& row : rows) {
    const bool late = story::state_of(row.promise, context.now()) == "overdue";
    const std::string name =
        row.story.kind == record::StoryKind::complaint ? short_id(context, row.story.id) : row.story.id;
    const std::string due = row.promise.due_at ? "by " + local_time(context, *row.promise.due_at) : "no date";
    lines.lines.push_back({{name, Role::id},
                           {fmt::format("  {}, ", record::name_of(row.promise.kind))},
                           {due, late ? Role::bad : Role::plain},
                           {fmt::format("  {}: {}", row.customer, row.summary)}});
  }
  if (const std::size_t all = context.index().count_promises(owed); all > rows.size())
    lines.lines.push_back({{fmt::format("and {} more: crmtrack agenda", all - rows.size()), Role::dim}});
  document.add(std::move(lines));
}

std::vector<index::Row> my_open(Context& context, const std::string& me) {
  const query::Filter filter = parse_filter({"status:open", fmt::format("owner:\"{}\"", me)});
  return context.index().select({filter, context.moment(filter), {}, kShownComplaints});
}

void add_mine(Context& context, const std::string& me, document::Document& document) {
  const auto rows = my_open(context, me);
  document.add(document::Heading{"Your open complaints", 2});
  if (rows.empty())
    document.add(document::Paragraph{{{"none"}}});
  else
    document.add(complaint_table(context, rows));
}

void add_next(Context& context, document::Document& document) {
  document.add(document::Heading{"Next", 2});
  document::Figures figures;
  figures.items = {{"crmtrack new -c CUSTOMER -m TEXT", "take a complaint", "", Role::plain},
                   {"crmtrack call ID -m TEXT", "record a call", "", Role::plain},
                   {"crmtrack show ID", "tell its story", "", Role::plain},
                   {"crmtrack agenda", "everything that is owed", "", Role::plain},
                   {"crmtrack help", "all commands", "", Role::plain}};
  (void)context;
  document.add(std::move(figures));
}

/// `crmtrack` alone in a repository: what I owe first, my open complaints, and what most likely comes next.
int run(Context& context, const Invocation&) {
  const std::string me = context.me_or_nobody();
  if (context.wants_data()) {
    document::Value::List items;
    for (const index::Row& row : my_open(context, me))
      items.push_back(complaint_item(context, load_complaint(context, row.id)));
    print_items(context, std::move(items));
    return 0;
  }
  document::Document document;
  add_owed(context, me, document);
  add_mine(context, me, document);
  add_next(context, document);
  context.out().print(document, {});
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
