#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "story/lifecycle.hpp"

namespace crmtrack::command {

using session::Draft;

namespace {

int run_withdraw(Context& context, const Invocation& invocation) {
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        require_move(story::Move::withdraw, complaint, short_id(context, complaint.id));
        Draft draft = status_change(context, invocation, complaint, record::Status::withdrawn);
        set_text(draft.fields, "evidence", invocation.has("evidence") ? invocation.get("evidence") : "acknowledged");
        set_text(draft.fields, "channel", invocation.get("channel"));
        set_text(draft.fields, "text", invocation.get("message"));
        return std::vector{std::move(draft)};
      },
      [](const std::string& shown, const story::Complaint&) {
        return fmt::format("{} is withdrawn by the customer", shown);
      });
}

}  // namespace

const CommandSpec kWithdraw{
    .name = "withdraw",
    .group = "handle",
    .summary = "record that the customer withdraws it",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {option::kWhy, option::kMessage, option::kEvidence, option::kChannel, option::kAttach, option::kAt,
                option::kBy},
    .examples = {{"crmtrack withdraw 7f3q --evidence signed --attach mail.eml", "with evidence"}},
    .run = run_withdraw,
};

}  // namespace crmtrack::command
