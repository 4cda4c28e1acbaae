#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/context.hpp"
#include "document/document.hpp"
#include "session/check/checks.hpp"
#include "session/check/damage_checks.hpp"

namespace crmtrack::command {

using document::Role;
using document::Value;
using session::Check;

namespace {

/// Prints each finding with its mend in full, since a table has no room for a command that one can copy.
void print_mends(Context& context, const std::vector<Check>& checks) {
  document::Lines told;
  for (const Check& check : checks) {
    if (check.mend.empty()) continue;
    told.lines.push_back({{fmt::format("{}: {}", check.name, check.message), Role::warning}});
    told.lines.push_back({{"    " + check.mend}});
  }
  if (told.lines.empty()) return;
  context.out().line("");
  document::Document document;
  document.add(std::move(told));
  context.out().print(document, {});
}

int print(Context& context, const std::vector<Check>& checks) {
  const bool whole =
      context.out().format().on_terminal && context.streams().out_is_terminal && context.display().fields.empty();
  document::Listing listing;
  listing.command = context.settings().command;
  listing.table.columns = {{"check", "Check"},
                           {"state", "State"},
                           {"message", "Finding", document::Align::left, true, true},
                           {"mend", "Mend", document::Align::left, !whole, true}};
  for (const Check& check : checks)
    listing.table.rows.push_back({{check.name},
                                  {check.state, "",
                                   check.state == "ok"      ? Role::good
                                   : check.state == "fault" ? Role::bad
                                                            : Role::warning},
                                  {check.message},
                                  {check.mend}});
  listing.item = [&checks](std::size_t row) {
    Value item;
    item.set("check", checks[row].name);
    item.set("state", checks[row].state);
    item.set("message", checks[row].message);
    item.set("mend", checks[row].mend.empty() ? Value() : Value(checks[row].mend));
    return item;
  };
  context.out().print(listing);
  if (whole) print_mends(context, checks);
  for (const Check& check : checks)
    if (check.state == "fault") return 1;
  return 0;
}

int run_doctor(Context& context, const Invocation&) {
  if (const std::vector<Check> damage = damage_checks(context); !damage.empty()) return print(context, damage);
  context.ledger();  // what is no data repository is told as such, once
  return print(context, run_checks(context));
}

}  // namespace

const CommandSpec kDoctor{
    .name = "doctor",
    .group = "set up",
    .summary = "look for what is wrong with this repository, and say how to mend it",
    .examples = {{"crmtrack doctor", "exit 1 where something is wrong"}},
    .access = Access::as_is,
    .run = run_doctor,
};

}  // namespace crmtrack::command
