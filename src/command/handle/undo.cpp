#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/write/report_written.hpp"
#include "session/undo.hpp"

namespace crmtrack::command {

namespace {

int run_undo(Context& context, const Invocation&) {
  session::LastCommand undone;
  const session::Written written = write_records(context, [&] {
    undone = session::get_last_command(context);
    return session::undo_drafts(context, undone);
  });
  if (context.settings().dry_run) return show_dry_run(context, written);
  return report_written(
      context, written.drafts,
      fmt::format("undone: {} (both stay in the story; what was struck counts nowhere)", undone.subject));
}

}  // namespace

const CommandSpec kUndo{
    .name = "undo",
    .group = "handle",
    .summary = "take back my last command, while nobody has seen it",
    .examples = {{"crmtrack undo", "strikes what it wrote; again, for the command before"},
                 {"crmtrack undo -n", "says what would be taken back"}},
    .run = run_undo,
};

}  // namespace crmtrack::command
