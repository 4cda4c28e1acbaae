#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "story/complaint.hpp"
#include "story/lifecycle.hpp"
#include "story/move_refusal.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using session::Draft;

namespace {

int run_reopen(Context& context, const Invocation& invocation) {
  required_why(invocation);
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        const std::string shown = short_id(context, complaint.id);
        require_move(story::Move::reopen, complaint, shown);
        const auto at = at_of(context, invocation).utc;
        if (const std::string why =
                story::reopen_refusal(complaint, at, context.policy().reopen_days, context.ledger_zone());
            !why.empty())
          throw util::Error(util::ErrorKind::refused, fmt::format("cannot reopen '{}': {}", shown, why),
                            {fmt::format("take it as a new complaint: crmtrack new --follows {} …", shown)});
        Draft draft = status_change(context, invocation, complaint, record::Status::investigating,
                                    {{"reopened", yaml::Node::boolean(true)}});
        draft.says = "reopened";
        return std::vector{std::move(draft)};
      },
      [](const std::string& shown, const story::Complaint& after) {
        return fmt::format("{} is open again, in its cycle {}", shown, after.cycle);
      });
}

}  // namespace

const CommandSpec kReopen{
    .name = "reopen",
    .group = "handle",
    .summary = "take up a resolved or closed complaint again",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {option::kWhy, option::kAttach, option::kAt, option::kBy},
    .examples = {{"crmtrack reopen 7f3q --why 'Charged again in December'", "starts its next cycle"}},
    .run = run_reopen,
};

}  // namespace crmtrack::command
