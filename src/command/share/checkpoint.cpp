#include "ledger/audit/proof/checkpoint.hpp"

#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/context.hpp"
#include "command/common/output.hpp"
#include "ledger/audit/proof/checkpoint_tag.hpp"
#include "util/counted.hpp"

namespace crmtrack::command {

using document::Value;
using util::counted;

namespace {

Value item_of_checkpoint(const ledger::Checkpoint& checkpoint, const std::string& tag) {
  Value item;
  item.set("time", util::format_utc(checkpoint.time));
  item.set("head", checkpoint.head);
  item.set("records", static_cast<std::int64_t>(checkpoint.records));
  item.set("sha256", checkpoint.sha256);
  item.set("previous", checkpoint.previous == "none" ? Value() : Value(checkpoint.previous));
  item.set("tag", tag.empty() ? Value() : Value(tag));
  item.set("line", render_checkpoint(checkpoint));
  return item;
}

int run_checkpoint(Context& context, const Invocation& invocation) {
  const ledger::Checkpoint checkpoint =
      ledger::make_checkpoint(context.ledger(), std::chrono::floor<std::chrono::seconds>(context.clock()));
  const bool keep = !invocation.has("no-tag") && !context.settings().dry_run;
  const std::string tag =
      keep ? ledger::tag_checkpoint(context.ledger(), checkpoint, context.timestamp()) : std::string();
  if (context.wants_data())
    print_items(context, {item_of_checkpoint(checkpoint, tag)});
  else
    context.out().line(render_checkpoint(checkpoint));
  if (!tag.empty()) context.say(fmt::format("{} kept as the tag {}", counted(checkpoint.records, "record"), tag));
  if (!tag.empty())
    context.say(fmt::format("later, crmtrack audit --since {} shows whether any of them was changed", tag));
  if (!tag.empty()) context.detail(fmt::format("share it with: git push REMOTE {}", tag));
  return 0;
}

}  // namespace

const CommandSpec kCheckpoint{
    .name = "checkpoint",
    .group = "share",
    .summary = "print a line that later proves that nothing before it was changed",
    .options = {{"--no-tag", {}, "print the line, and keep no tag"}},
    .examples = {{"crmtrack checkpoint", "mail or print the line, and keep it elsewhere"},
                 {"crmtrack audit --since 'crmtrack-checkpoint 1 time=…'", "later: nothing before it was changed"}},
    .access = Access::as_is,
    .run = run_checkpoint,
};

}  // namespace crmtrack::command
