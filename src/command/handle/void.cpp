#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "session/linked.hpp"
#include "story/lifecycle.hpp"

namespace crmtrack::command {

namespace {

int run_void(Context& context, const Invocation& invocation) {
  required_why(invocation);
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        require_move(story::Move::void_, complaint, short_id(context, complaint.id));
        std::vector<yaml::Node::Entry> set;
        if (invocation.has("duplicate-of")) {
          const std::string original = get_complaint_id(context, invocation.get("duplicate-of"));
          session::require_linkable(context, "duplicate_of", complaint.id, original);
          set.emplace_back("duplicate_of", yaml::Node::scalar(original));
        }
        return std::vector{status_change(context, invocation, complaint, record::Status::void_, std::move(set))};
      },
      [](const std::string& shown, const story::Complaint&) {
        return fmt::format("{} is void: counted nowhere, still listed with --all", shown);
      });
}

}  // namespace

const CommandSpec kVoid{
    .name = "void",
    .group = "handle",
    .summary = "take it out of every count: entered in error, spam, a duplicate",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {option::kWhy, OptionSpec{"--duplicate-of", "ID", "the original", Completes::complaint}, option::kAt,
                option::kBy},
    .examples = {{"crmtrack void 7f3q --duplicate-of 9kx2 --why 'Entered twice'", "names the original"}},
    .run = run_void,
};

}  // namespace crmtrack::command
