#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "story/lifecycle.hpp"

namespace crmtrack::command {

using session::Draft;

namespace {

int run_reject(Context& context, const Invocation& invocation) {
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        require_move(story::Move::reject, complaint, short_id(context, complaint.id));
        required_why(invocation);  // a reason is asked for where there is something to reject
        Draft draft = status_change(context, invocation, complaint, record::Status::investigating,
                                    {{"rejected", yaml::Node::boolean(true)}});
        set_text(draft.fields, "evidence", invocation.has("evidence") ? invocation.get("evidence") : "acknowledged");
        set_text(draft.fields, "channel", invocation.get("channel"));
        draft.says = "answer rejected";
        return std::vector{std::move(draft)};
      },
      [](const std::string& shown, const story::Complaint&) {
        return fmt::format("the customer rejects our answer on {}; it is investigated again", shown);
      });
}

}  // namespace

const CommandSpec kReject{
    .name = "reject",
    .group = "handle",
    .summary = "record that the customer does not accept the answer",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {option::kWhy, option::kEvidence, option::kChannel, option::kAttach, option::kAt, option::kBy},
    .examples = {{"crmtrack reject 7f3q --why 'The second fee is missing'", "back to investigating"}},
    .run = run_reject,
};

}  // namespace crmtrack::command
