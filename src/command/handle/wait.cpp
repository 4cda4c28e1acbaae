#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/capture.hpp"
#include "command/common/handling.hpp"
#include "command/common/option.hpp"
#include "story/complaint.hpp"
#include "story/lifecycle.hpp"
#include "story/move_refusal.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

int run(Context& context, const Invocation& invocation) {
  const std::string on = invocation.get("on");
  if (on.empty())
    throw Error(ErrorKind::usage, "cannot wait without saying on whom",
                {"give it with --on customer, or --on NAME --until TIME for a third party"});
  if (on != "customer" && !invocation.has("until"))
    throw Error(ErrorKind::usage, fmt::format("cannot wait on '{}' without a date", on), {"give it with --until TIME"});
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        const std::string shown = short_id(context, complaint.id);
        require_move(story::Move::wait, complaint, shown);
        if (const std::string why = story::waiting_refusal(complaint, on); !why.empty())
          throw Error(ErrorKind::refused, fmt::format("cannot let '{}' wait on {}: {}", shown, on, why),
                      {"ask them first, for example: crmtrack email " + shown + " --expects information@fri -m …"});
        std::vector<yaml::Node::Entry> set{{"waiting_on", yaml::Node::scalar(on)}};
        if (invocation.has("until"))
          set.emplace_back("waiting_until",
                           yaml::Node::scalar(util::format_rfc3339(due_of(context, invocation.get("until")))));
        return std::vector{status_change(context, invocation, complaint, record::Status::waiting, std::move(set))};
      },
      [&](const std::string& shown, const story::Complaint&) { return fmt::format("{} waits on {}", shown, on); });
}

}  // namespace

const CommandSpec kWait{
    .name = "wait",
    .group = "handle",
    .summary = "say whom we wait for",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {OptionSpec{"--on", "WHOM", "customer, while they owe us something; or a third party's name"},
                OptionSpec{"--until", "TIME", "until when a third party has time"}, option::kWhy, option::kAt,
                option::kBy},
    .examples = {{"crmtrack wait 7f3q --on customer --why 'They send the contract'", "they owe us something"},
                 {"crmtrack wait 7f3q --on 'Carrier Ltd' --until 2026-12-01", "a third party: name and date"}},
    .run = run,
};

}  // namespace crmtrack::command
