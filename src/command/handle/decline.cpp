#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/escalation_answer.hpp"

namespace crmtrack::command {

namespace {

int run_decline(Context& context, const Invocation& invocation) {
  return answer_escalation(context, invocation, "decline", true);
}

}  // namespace

const CommandSpec kDecline{
    .name = "decline",
    .group = "handle",
    .summary = "decline an escalation, with the reason",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {option::kWhy, option::kAt, option::kBy},
    .examples = {{"crmtrack decline 7f3q --why 'Within your own limit'", "it goes back a level"}},
    .run = run_decline,
};

}  // namespace crmtrack::command
