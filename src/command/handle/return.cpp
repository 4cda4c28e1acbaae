#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/escalation_answer.hpp"

namespace crmtrack::command {

namespace {

int run_return(Context& context, const Invocation& invocation) {
  return answer_escalation(context, invocation, "return", true);
}

}  // namespace

const CommandSpec kReturn{
    .name = "return",
    .group = "handle",
    .summary = "hand an escalation back, with the reason",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {option::kWhy, option::kAt, option::kBy},
    .examples = {{"crmtrack return 7f3q --why 'Decided: refund in full'", "done here, or something is missing"}},
    .run = run_return,
};

}  // namespace crmtrack::command
