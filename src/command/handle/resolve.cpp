#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/answer_fields.hpp"
#include "command/write/answers_option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "record/vocabulary.hpp"
#include "story/contact.hpp"
#include "story/lifecycle.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using session::Draft;
using util::Error;
using util::ErrorKind;

namespace {

constexpr std::string_view kResolveTemplate =
    "\n# The answer that the customer gets, with the reasons.\n# Lines that begin with # are left out; an empty text "
    "cancels.\n";

void require_options(const Invocation& invocation) {
  for (const OptionSpec& option : {option::kOutcome, option::kCode})
    if (!invocation.has(option.key()))
      throw Error(ErrorKind::usage, fmt::format("cannot resolve without --{}", option.key()), {answer_words(option)});
  if (invocation.get("code") == "overcome_by_events" && !invocation.has("event"))
    throw Error(ErrorKind::usage, "cannot resolve as overcome_by_events without the event and its date",
                {"give it with --event 'what happened, when'"});
}

/// Requires the grounds that some words need, and adds the attempts for `no_contact` (docs/domain.md, The answer).
void require_grounds(const Invocation& invocation, const story::Complaint& complaint, yaml::Node& fields,
                     const std::string& shown) {
  if (invocation.get("systemic") == "confirmed" && !invocation.has("ref"))
    throw Error(ErrorKind::usage, "cannot call it systemic without the defect's reference",
                {"give it with --ref SYSTEM:ID"});
  if (invocation.get("code") != "no_contact") return;
  std::vector<std::string> attempts;
  for (const story::Entry& entry : complaint.entries)
    if (entry.counts() && story::is_attempt(entry.record)) attempts.push_back(entry.record.id);
  if (attempts.empty())
    throw Error(ErrorKind::refused,
                fmt::format("cannot resolve '{}' as no_contact: no attempt to reach the customer is recorded", shown),
                {fmt::format("record them first, for example: crmtrack voicemail {} -m …", shown)});
  fields.set("attempts", yaml::Node::list_of(attempts));
}

/// The evidence of a resolution: that of --evidence, else that which its channel stands for (docs/domain.md, Evidence).
std::string evidence_of_answer(const Invocation& invocation, const story::Complaint& complaint) {
  if (const auto stated = invocation.find("evidence")) return *stated;
  const auto channel = invocation.find("channel").value_or(complaint.text_of("channel"));
  return std::string(record::name_of(record::channel_evidence(channel)));
}

Draft resolution(Context& context, const Invocation& invocation, const story::Complaint& complaint,
                 const std::string& text) {
  const std::string channel = invocation.has("channel") ? invocation.get("channel") : complaint.text_of("channel");
  Draft draft = draft_for(context, invocation, complaint, record::Kind::resolution, "responded");
  for (auto& [key, value] : answer_fields(invocation).entries) draft.fields.set(key, std::move(value));
  set_text(draft.fields, "channel", channel);
  set_text(draft.fields, "evidence", evidence_of_answer(invocation, complaint));
  set_text(draft.fields, "text", text);
  const std::string shown = short_id(context, complaint.id);
  require_grounds(invocation, complaint, draft.fields, shown);
  const session::Contact contact{
      session::Contact::Kind::resolution, "out", "",
      record::parse_evidence(evidence_of_answer(invocation, complaint)).value_or(record::Evidence::asserted)};
  const auto answers =
      answers_of(context, invocation, {complaint.entries, complaint.promises, shown, context.zone()}, contact);
  if (!answers.empty()) draft.fields.set("answers", yaml::Node::list_of(answers));
  return draft;
}

int run_resolve(Context& context, const Invocation& invocation) {
  require_options(invocation);
  const std::string id = get_complaint_id(context, invocation.positionals.front());
  require_move(story::Move::resolve, load_complaint(context, id), short_id(context, id));
  (void)answer_fields(invocation);  // before the editor opens
  const std::string text = required_text(context, invocation, std::string(kResolveTemplate));
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        require_move(story::Move::resolve, complaint, short_id(context, id));
        return std::vector{resolution(context, invocation, complaint, text)};
      },
      [&](const std::string& shown, const story::Complaint& after) {
        if (record::parse_evidence(evidence_of_answer(invocation, after)) < record::Evidence::sent)
          return fmt::format("recorded as an attempt: below evidence 'sent' {} does not count as answered", shown);
        return fmt::format(
            "{0} is answered (evidence: {1}); the customer has yet to confirm it: crmtrack confirm {0} or reject {0}",
            shown, evidence_of_answer(invocation, after));
      });
}

}  // namespace

const CommandSpec kResolve{
    .name = "resolve",
    .group = "handle",
    .summary = "give the answer: outcome, code, reasons",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {option::kOutcome, option::kCode, option::kCause,
                OptionSpec{"--systemic", "WHETHER", "none, suspected or confirmed", Completes::nothing,
                           record::kSystemic},
                option::kRedress, OptionSpec{"--event", "TEXT", "with overcome_by_events: the event and its date"},
                option::kMessage, option::kFile, option::kAnswers, option::kChannel, option::kEvidence, option::kRef,
                option::kAttach, option::kAt, option::kBy},
    .examples = {{"crmtrack resolve 7f3q --outcome upheld --code redress_monetary --redress 49.90EUR --cause "
                  "charges_or_billing -m 'We refund the second charge'",
                  "the evidence comes from the channel; the next step counts as kept"}},
    .run = run_resolve,
};

}  // namespace crmtrack::command
