#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/output.hpp"
#include "document/document.hpp"
#include "index/read/promises.hpp"
#include "index/read/select.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "view/overview.hpp"

namespace crmtrack::command {

namespace {

constexpr std::size_t kShownPromises = 5;
constexpr std::size_t kShownComplaints = 20;

std::vector<index::Row> my_open(Context& context, const std::string& me) {
  const query::Filter filter = session::parse_filter(context, {"status:open", fmt::format("owner:\"{}\"", me)});
  return index::select(context.index(), {filter, context.moment(filter), {}, kShownComplaints});
}

view::Overview load_overview(Context& context, const std::string& me) {
  index::PromiseSelection owed;
  owed.whose = index::PromiseSelection::Whose::owed_by_people_or_nobody;
  owed.people = {me};
  owed.now = context.now();
  owed.limit = kShownPromises;
  view::Overview overview;
  overview.owed = index::promises(context.index(), owed);
  if (!overview.owed.empty()) overview.owed_count = index::count_promises(context.index(), owed);
  overview.mine = my_open(context, me);
  return overview;
}

/// `crmtrack` alone in a repository: what I owe first, my open complaints, and what most likely comes next.
int run_overview(Context& context, const Invocation&) {
  const std::string me = context.me_or_nobody();
  if (context.wants_data()) {
    document::Value::List items;
    for (const index::Row& row : my_open(context, me))
      items.push_back(item_of_complaint(context, load_complaint(context, row.id)));
    print_items(context, std::move(items));
    return 0;
  }
  context.out().print(view::overview_document(setting_of(context), load_overview(context, me)), {});
  return 0;
}

}  // namespace

const CommandSpec kOverview{.name = "default",
                            .group = "look",
                            .summary = "what I owe, and my open complaints",
                            .access = Access::reads,
                            .run = run_overview,
                            .hidden = true};

}  // namespace crmtrack::command
