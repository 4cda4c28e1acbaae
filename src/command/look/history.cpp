#include "view/history.hpp"
#include "command/commands.hpp"
#include "command/common/last_complaint.hpp"
#include "command/common/output.hpp"
#include "command/common/trail.hpp"
#include "session/lookup.hpp"

namespace crmtrack::command {

namespace {

int run_history(Context& context, const Invocation& invocation) {
  const story::Complaint complaint = load_complaint(context, get_complaint_id(context, invocation.positionals.front()));
  remember_complaint(context, complaint.id);
  const std::vector<view::TrailEntry> lines = trail_of(context, complaint.entries);
  context.page();
  context.out().print(make_listing(context, view::history_table(context.ledger_zone(), complaint.entries, lines),
                                   [&](std::size_t row) { return view::history_item(lines[row]); }));
  return 0;
}

}  // namespace

const CommandSpec kHistory{
    .name = "history",
    .group = "look",
    .summary = "the commits of a complaint: who recorded what, when, signed or not",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .examples = {{"crmtrack history 7f3q", "in the order in which the ledger came to know it"}},
    .access = Access::reads,
    .run = run_history,
};

}  // namespace crmtrack::command
