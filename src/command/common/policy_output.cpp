#include "command/common/policy_output.hpp"

#include <fmt/format.h>

#include "command/common/output.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::command {

int report_policy_edit(Context& context, const session::PolicyEdited& edited) {
  if (context.settings().dry_run) {
    context.out().line(util::visible_block(edited.text));
    context.say("dry run: nothing was written");
    return 0;
  }
  if (context.wants_data()) {
    document::Value item;
    item.set("file", "policy/" + edited.file);
    item.set("key", edited.key);
    print_items(context, {std::move(item)});
  } else {
    context.out().line(edited.key);
  }
  context.out().flush();
  context.say(fmt::format("policy/{}: {}", edited.file, edited.subject));
  return 0;
}

int print_policy_list(Context& context, std::vector<document::Column> columns,
                      std::vector<std::vector<std::string>> rows) {
  document::Listing listing;
  listing.command = context.settings().command;
  listing.table.columns = std::move(columns);
  for (const auto& row : rows) {
    std::vector<document::Cell> cells;
    for (const std::string& text : row) cells.push_back({text});
    listing.table.rows.push_back(std::move(cells));
  }
  listing.item = [&](std::size_t row) {
    document::Value item;
    for (std::size_t i = 0; i < listing.table.columns.size(); ++i)
      item.set(listing.table.columns[i].key, rows[row][i].empty() ? document::Value() : document::Value(rows[row][i]));
    return item;
  };
  context.page();
  context.out().print(listing);
  return 0;
}

}  // namespace crmtrack::command
