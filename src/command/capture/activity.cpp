#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/activity_draft.hpp"
#include "command/write/answers_option.hpp"
#include "command/write/capture.hpp"
#include "command/write/ended.hpp"
#include "command/write/handling.hpp"
#include "command/write/mail_sending.hpp"
#include "command/write/promise_options.hpp"
#include "command/write/report_written.hpp"
#include "command/write/unacknowledged.hpp"
#include "record/vocabulary.hpp"
#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using session::Draft;
using util::Error;
using util::ErrorKind;

namespace {

std::string say_what(const Draft& draft, const std::string& about) {
  const std::string evidence = draft.fields.text_of("evidence");
  return fmt::format("{} on {} is recorded{}", draft.says, about,
                     evidence.empty() ? "" : fmt::format(" (evidence: {})", evidence));
}

/// Says what a contact has promised, on a complaint or with a customer alone.
void say_promised_in(Context& context, const Draft& contact, const std::vector<Draft>& written) {
  if (contact.story.kind == record::StoryKind::complaint) {
    const story::Complaint after = load_complaint(context, contact.story.id);
    say_promised(context, {after.entries, after.promises, short_id(context, after.id), context.zone()}, written);
  } else if (const auto after = session::find_customer(context, contact.story.id)) {
    say_promised(context, {after->entries, after->promises, contact.story.id, context.zone()}, written);
  }
}

int record_activity(Context& context, const Invocation& invocation, const std::string& type) {
  const bool on_complaint = !invocation.positionals.empty();
  if (on_complaint == invocation.has("customer"))
    throw Error(
        ErrorKind::usage,
        fmt::format("cannot record this {}: give a complaint's id, or -c CUSTOMER where there is no complaint", type));
  // Before the editor opens: a mistyped id must not cost the text.
  const std::string id = on_complaint ? get_complaint_id(context, invocation.positionals.front()) : std::string();
  ActivityMaker maker(context, invocation, {.type = type});
  if (on_complaint && context.interactive()) {
    const story::Complaint complaint = load_complaint(context, id);
    maker.ask_what_it_answers({complaint.entries, complaint.promises, short_id(context, id), context.zone()});
  }
  bool was_received = false;
  const session::Written written = write_records(context, [&] {
    if (!on_complaint) return maker.make(nullptr);
    const story::Complaint complaint = load_complaint(context, id);
    was_received = complaint.status == record::Status::received;
    return maker.make(&complaint);
  });
  if (context.settings().dry_run) return show_dry_run(context, written);
  const Draft& contact = written.drafts.back();
  if (on_complaint && (invocation.has("answers") || invocation.has("at"))) {
    const story::Complaint after = load_complaint(context, id);
    const std::string shown = short_id(context, id);
    say_unsettled(context, invocation, {after.entries, after.promises, shown, context.zone()}, contact);
    say_restated(context, shown, after, written.drafts);
  }
  report_written(
      context, {contact},
      say_what(contact, on_complaint ? short_id(context, id) : session::shown_customer(context, contact.customer)));
  const std::string direction = contact.fields.text_of("direction");
  // A voice-mail, or an answer that may not have arrived, asks for a sign by itself.
  if (direction == "out" || invocation.has("promise") || invocation.has("expects"))
    say_promised_in(context, contact, written.drafts);
  if (direction == "out" && was_received) hint_at_unacknowledged(context, contact, load_complaint(context, id));
  if (on_complaint && direction != "internal") hint_at_ended(context, load_complaint(context, id));
  return 0;
}

int run_activity(Context& context, const Invocation& invocation) {
  const std::string type = invocation.get("type");
  return record_activity(context, invocation, type.empty() ? "note" : type);
}

/// The shorthands: the command's own name is the type.
int run_shorthand(Context& context, const Invocation& invocation) {
  return record_activity(context, invocation, context.settings().command);
}

int run_email(Context& context, const Invocation& invocation) {
  if (invocation.has("again")) return send_email_again(context, invocation);
  return invocation.has("send") ? send_email(context, invocation) : run_shorthand(context, invocation);
}

const PositionalSpec kActivityId{"ID", "the complaint", Completes::complaint, 0, 1};

const OptionSpec kMessageId{"--message-id", "ID", "the Message-ID of the mail, by which its answer is known"};
const OptionSpec kToken{"--token", "TOKEN", "our token in its Subject or address, by which its answer is known too"};

const OptionSpec kSend{"--send", "", "send it to the customer's contact (or --with), and record what became of it"};
const OptionSpec kAgain{"--again", "RECORD", "send a mail again that did not go out", Completes::record};

/// An option of direction whose help says of which types it is the default.
OptionSpec by_default(OptionSpec option, std::string_view help) {
  option.help = help;
  return option;
}

bool is_internal_by_default(std::string_view type) { return type == "note" || type == "work"; }

/// The options of the shorthand for a type, or of `activity` itself, which takes all types.
std::vector<OptionSpec> common_options(std::string_view type) {
  const OptionSpec out =
      type == "activity" ? by_default(option::kOut, "from us to the customer (default, but of note, work, compliment)")
      : is_internal_by_default(type) ? option::kOut
                                     : by_default(option::kOut, "from us to the customer (default)");
  const OptionSpec internal =
      is_internal_by_default(type) ? by_default(option::kInternal, "among ourselves (default)") : option::kInternal;
  return {option::kCustomer,
          option::kIn,
          out,
          internal,
          option::kMessage,
          option::kFile,
          option::kWith,
          option::kChannel,
          option::kMinutes,
          option::kGood,
          option::kBad,
          option::kPurpose,
          option::kEvidence,
          option::kVisibility,
          option::kExpects,
          option::kPromise,
          option::kPromiseTo,
          option::kAnswers,
          option::kReason,
          option::kProject,
          option::kRef,
          option::kAttach,
          option::kAt,
          option::kBy,
          kMessageId,
          kToken};
}

std::vector<OptionSpec> activity_options() {
  std::vector<OptionSpec> options = common_options("activity");
  options.insert(options.begin(), OptionSpec{"-t,--type", "TYPE", "call, email, meeting … (default: note)",
                                             Completes::nothing, record::kActivityTypes});
  return options;
}

CommandSpec with_sending(CommandSpec email) {
  email.options.push_back(kSend);
  email.options.push_back(kAgain);
  email.run = run_email;
  return email;
}

CommandSpec shorthand(std::string_view type, std::string_view summary, std::vector<Example> examples) {
  return {.name = type,
          .group = "capture",
          .summary = summary,
          .positionals = {kActivityId},
          .options = common_options(type),
          .examples = std::move(examples),
          .run = run_shorthand};
}

}  // namespace

const CommandSpec kActivity{
    .name = "activity",
    .group = "capture",
    .summary = "record what was said or done",
    .positionals = {kActivityId},
    .options = activity_options(),
    .examples = {{"crmtrack activity 7f3q --type letter --out -m 'Sent the corrected invoice'",
                  "a letter on a complaint"},
                 {"crmtrack activity -c acme --type meeting --good -m 'Quarterly review, all well'",
                  "with a customer, without a complaint"}},
    .run = run_activity,
};

const CommandSpec kCall = shorthand(
    "call", "record a call",
    {{"crmtrack call 7f3q -m 'Explained the second charge' --promise 'refund@fri'",
      "we called, and undertook something"},
     {"crmtrack call 7f3q --in -m 'Asks when the refund comes' --expects reply", "they called, and expect a reply"}});
const CommandSpec kEmail = with_sending(shorthand(
    "email", "record an e-mail, and send it",
    {{"crmtrack email 7f3q -m 'Which invoice is it?' --expects information@2026-12-01 --send",
      "it goes to the contact"},
     {"crmtrack email 7f3q -F answer.txt --purpose answer --expects acknowledgement@2026-12-01",
      "an answer that they should confirm"},
     {"crmtrack email 7f3q -F answer.txt --message-id '<4711@example.com>'", "mail receive knows the reply by it"}}));
const CommandSpec kMeeting =
    shorthand("meeting", "record a meeting",
              {{"crmtrack meeting 7f3q --minutes 45 -m 'Walked through the invoices'", "45 minutes"}});
const CommandSpec kLetter = shorthand(
    "letter", "record a letter", {{"crmtrack letter 7f3q --attach answer.pdf -m 'Final answer'", "with a copy of it"}});
const CommandSpec kVisit =
    shorthand("visit", "record a visit", {{"crmtrack visit 7f3q -m 'On site, saw the fault'", "we went there"}});
const CommandSpec kChat =
    shorthand("chat", "record a chat", {{"crmtrack chat 7f3q --in -m 'Still waiting'", "they wrote"}});
const CommandSpec kPost = shorthand("post", "record a post in a social network or forum",
                                    {{"crmtrack post 7f3q --in --bad -m 'Complains in public'", "they posted"}});
const CommandSpec kVoicemail =
    shorthand("voicemail", "record a voice-mail",
              {{"crmtrack voicemail 7f3q -m 'Asked to call back'", "it leaves the loop open"}});
const CommandSpec kNote = shorthand(
    "note", "write a note", {{"crmtrack note 7f3q -m 'Finance confirms the double booking'", "among ourselves"}});
const CommandSpec kWork =
    shorthand("work", "record work on a complaint",
              {{"crmtrack work 7f3q --minutes 30 -m 'Traced the second charge'", "moves it to investigating"}});

}  // namespace crmtrack::command
