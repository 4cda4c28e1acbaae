#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/closing.hpp"
#include "command/write/handling.hpp"
#include "record/vocabulary.hpp"
#include "story/complaint.hpp"
#include "story/lifecycle.hpp"
#include "story/move_refusal.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using session::Draft;
using util::Error;
using util::ErrorKind;

namespace {

/// The answer that the customer confirms: the newest resolution.
std::string newest_resolution(const story::Complaint& complaint) {
  std::string id;
  for (const story::Entry& entry : complaint.entries)
    if (entry.record.kind == record::Kind::resolution && entry.counts()) id = entry.record.id;
  return id;
}

Draft confirmation(Context& context, const Invocation& invocation, const story::Complaint& complaint) {
  const std::string evidence = invocation.has("evidence") ? invocation.get("evidence") : "acknowledged";
  if (record::parse_evidence(evidence) < record::Evidence::acknowledged)
    throw Error(ErrorKind::refused,
                fmt::format("cannot confirm '{}' on evidence '{}': it must be acknowledged or signed",
                            short_id(context, complaint.id), evidence),
                {"where the customer stays silent: crmtrack confirm ID --silence"});
  Draft draft = status_change(context, invocation, complaint, record::Status::resolved,
                              {{"accepted_by", yaml::Node::scalar("customer")}});
  set_text(draft.fields, "evidence", evidence);
  set_text(draft.fields, "channel", invocation.get("channel"));
  if (const std::string resolution = newest_resolution(complaint); !resolution.empty())
    draft.fields.set("answers", yaml::Node::list_of({resolution}));
  if (invocation.has("message")) set_text(draft.fields, "text", invocation.get("message"));
  return draft;
}

Draft silence(Context& context, const Invocation& invocation, const story::Complaint& complaint) {
  const std::string why =
      story::silence_refusal(complaint, context.now(), context.policy().silence_days, context.ledger_zone());
  if (!why.empty())
    throw Error(ErrorKind::refused,
                fmt::format("cannot take the silence on '{}' for a yes: {}", short_id(context, complaint.id), why));
  return status_change(context, invocation, complaint, record::Status::resolved,
                       {{"accepted_by", yaml::Node::scalar("silence")}});
}

int run_confirm(Context& context, const Invocation& invocation) {
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        require_move(story::Move::confirm, complaint, short_id(context, complaint.id));
        return std::vector{invocation.has("silence") ? silence(context, invocation, complaint)
                                                     : confirmation(context, invocation, complaint)};
      },
      [&](const std::string& shown, const story::Complaint& after) {
        for (const std::string& each :
             what_stops_closing({after.entries, after.promises, shown, context.zone()}, after.steps))
          context.say("before it can be closed: " + each);
        return fmt::format("{} is resolved, accepted by {}; review and close it: crmtrack close {} --lesson …", shown,
                           after.accepted_by, shown);
      });
}

}  // namespace

const CommandSpec kConfirm{
    .name = "confirm",
    .group = "handle",
    .summary = "record that the customer accepts the answer",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {option::kEvidence, option::kChannel, option::kMessage,
                OptionSpec{"--silence", "", "they stayed silent after two attempts, for as long as policy asks"},
                option::kAttach, option::kAt, option::kBy},
    .examples = {{"crmtrack confirm 7f3q --evidence signed --attach reply.pdf", "in writing"},
                 {"crmtrack confirm 7f3q", "they said so"}},
    .run = run_confirm,
};

}  // namespace crmtrack::command
