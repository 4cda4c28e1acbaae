#include "command/commands.hpp"
#include "command/common/handling.hpp"
#include "command/common/option.hpp"
#include "story/lifecycle.hpp"

namespace crmtrack::command {

namespace {

int run(Context& context, const Invocation& invocation) {
  return handle_complaints(
      context, invocation,
      [&](const story::Complaint& complaint) {
        require_move(story::Move::close, complaint, short_id(context, complaint.id));
        return std::vector{status_change(context, invocation, complaint, record::Status::closed)};
      },
      "closed");
}

}  // namespace

const CommandSpec kClose{
    .name = "close",
    .group = "handle",
    .summary = "close what is resolved and reviewed",
    .positionals = {{"ID", "the complaints", Completes::complaint, 0, -1}},
    .options = {option::kWhy, option::kFilter, option::kAt, option::kBy},
    .examples = {{"crmtrack close 7f3q", "a review, or a waiver of it, comes first"},
                 {"crmtrack close --filter 'status:resolved resolved.before:-30d' -n",
                  "many at once; -n shows what would be written"}},
    .run = run,
};

}  // namespace crmtrack::command
