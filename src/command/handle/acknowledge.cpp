#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "command/write/promise_options.hpp"
#include "record/vocabulary.hpp"
#include "story/lifecycle.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using session::Draft;

namespace {

constexpr std::string_view kAcknowledgeTemplate =
    "\n# What did we tell the customer: what happens next, and by when?\n# Lines that begin with # are left out; an "
    "empty text cancels.\n";

/// The evidence that is stated, else that of the channel: its own, or the complaint's.
std::string evidence_for(const Invocation& invocation, const story::Complaint& complaint) {
  if (invocation.has("evidence")) return invocation.get("evidence");
  const std::string channel = invocation.has("channel") ? invocation.get("channel") : complaint.text_of("channel");
  return std::string(record::name_of(record::channel_evidence(channel)));
}

Draft acknowledgement(Context& context, const Invocation& invocation, const story::Complaint& complaint,
                      const std::string& text) {
  Draft draft = draft_for(context, invocation, complaint, record::Kind::activity, "acknowledged");
  const std::string channel = invocation.has("channel") ? invocation.get("channel") : complaint.text_of("channel");
  set_text(draft.fields, "type", contact_type_of(channel));
  set_text(draft.fields, "direction", "out");
  set_text(draft.fields, "channel", channel);
  set_text(draft.fields, "with", invocation.get("with"));
  set_text(draft.fields, "purpose", "acknowledge");
  set_text(draft.fields, "evidence", evidence_for(invocation, complaint));
  set_text(draft.fields, "text", text);
  if (invocation.has("next") && !invocation.has("next-by"))
    throw util::Error(util::ErrorKind::usage, "cannot promise a next step without a date",
                      {"give it with --next-by TIME"});
  if (const auto next = invocation.find("next-by")) {
    yaml::Node promise = yaml::Node::map();
    promise.set("what", yaml::Node::scalar(invocation.has("next") ? invocation.get("next") : std::string("next step")));
    promise.set("due", yaml::Node::scalar(util::format_rfc3339(promised_due_of(context, *next))));
    promise.set("next_step", yaml::Node::boolean(true));
    draft.fields.set("promises", yaml::Node::list({std::move(promise)}));
  }
  return draft;
}

int run_acknowledge(Context& context, const Invocation& invocation) {
  const std::string id = get_complaint_id(context, invocation.positionals.front());
  require_move(story::Move::acknowledge, load_complaint(context, id), short_id(context, id));
  const std::string text = required_text(context, invocation, std::string(kAcknowledgeTemplate));
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        require_move(story::Move::acknowledge, complaint, short_id(context, id));
        return std::vector{acknowledgement(context, invocation, complaint, text)};
      },
      [&](const std::string& shown, const story::Complaint& after) {
        if (!after.acknowledged_at)
          return fmt::format("recorded, but {} is not acknowledged: the evidence is below 'sent'", shown);
        return fmt::format("{} is acknowledged (evidence: {}); status {}", shown, evidence_for(invocation, after),
                           record::name_of(after.status));
      });
}

}  // namespace

const CommandSpec kAcknowledge{
    .name = "acknowledge",
    .group = "handle",
    .summary = "tell the customer that we have it, and what happens next",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {option::kMessage, option::kFile, OptionSpec{"--next-by", "TIME", "by when the next step is promised"},
                OptionSpec{"--next", "WHAT", "what the next step is"}, option::kChannel, option::kEvidence,
                option::kWith, option::kRef, option::kAttach, option::kAt, option::kBy},
    .examples = {{"crmtrack acknowledge 7f3q --next-by fri -m 'We check the booking and call you by Friday'",
                  "keeps the promise and makes the next"}},
    .run = run_acknowledge,
};

}  // namespace crmtrack::command
