#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/activity_draft.hpp"
#include "command/write/report_written.hpp"
#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

namespace {

int run_compliment(Context& context, const Invocation& invocation) {
  const bool on_complaint = !invocation.positionals.empty();
  if (on_complaint == invocation.has("customer"))
    throw util::Error(util::ErrorKind::usage,
                      "cannot record this compliment: give -c CUSTOMER, or the id of a complaint");
  const std::string id = on_complaint ? get_complaint_id(context, invocation.positionals.front()) : std::string();
  const ActivityMaker maker(context, invocation, {.type = "compliment", .direction = "in", .sentiment = "positive"});
  const session::Written written = write_records(context, [&] {
    if (!on_complaint) return maker.make(nullptr);
    const story::Complaint complaint = load_complaint(context, id);
    return maker.make(&complaint);
  });
  if (context.settings().dry_run) return show_dry_run(context, written);
  const std::string about =
      on_complaint ? short_id(context, id) : session::shown_customer(context, written.drafts.back().customer);
  return report_written(context, {written.drafts.back()}, fmt::format("the compliment of {} is recorded", about));
}

}  // namespace

const CommandSpec kCompliment{
    .name = "compliment",
    .group = "capture",
    .summary = "record praise from a customer",
    .positionals = {{"ID", "the complaint in which it was said", Completes::complaint, 0, 1}},
    .options = {option::kCustomer, option::kMessage, option::kFile, option::kWith, option::kChannel, option::kProject,
                option::kReason, option::kEvidence, option::kRef, option::kAttach, option::kAt, option::kBy},
    .examples = {{"crmtrack compliment -c acme -m 'Thanks for the quick fix'", "good interactions need no complaint"}},
    .run = run_compliment,
};

}  // namespace crmtrack::command
