#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/escalation_answer.hpp"

namespace crmtrack::command {

namespace {

int run_accept(Context& context, const Invocation& invocation) {
  return answer_escalation(context, invocation, "accept", false);
}

}  // namespace

const CommandSpec kAccept{
    .name = "accept",
    .group = "handle",
    .summary = "take on an escalation",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {option::kWhy, option::kAt, option::kBy},
    .examples = {{"crmtrack accept 7f3q", "the newest escalation without an answer"},
                 {"crmtrack accept 7f3q --by ben", "Ben told you so: you write it down for him"}},
    .run = run_accept,
};

}  // namespace crmtrack::command
