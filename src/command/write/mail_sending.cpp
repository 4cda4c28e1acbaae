#include "command/write/mail_sending.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "command/write/activity_draft.hpp"
#include "command/write/answers_option.hpp"
#include "command/write/capture.hpp"
#include "command/write/ended.hpp"
#include "command/write/promise_options.hpp"
#include "command/write/report_written.hpp"
#include "command/write/unacknowledged.hpp"
#include "git/program/settings.hpp"
#include "mail/compose/outgoing_address.hpp"
#include "mail/compose/outgoing_mail.hpp"
#include "mail/message/token.hpp"
#include "mail/send/conversation.hpp"
#include "mail/send/hand_over.hpp"
#include "mail/send/mail_settings.hpp"
#include "mail/send/recipient.hpp"
#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "story/told_records.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::command {

using session::Draft;
using util::Error;
using util::ErrorKind;

namespace {

/// The story that a mail belongs to, as it is now.
struct MailStory {
  record::StoryRef ref;
  std::string shown, subject;
  mail::Correspondents people;
  std::optional<story::Complaint> complaint;  ///< none where the mail is on a customer without a complaint
  std::optional<story::Customer> customer;

  [[nodiscard]] std::vector<const record::Record*> told() const {
    if (complaint) return story::told_records(complaint->entries, complaint->notes, complaint->revised);
    if (customer) return story::told_records(customer->entries, customer->notes, customer->revised);
    return {};
  }
};

MailStory story_of_complaint(Context& context, const std::string& id) {
  MailStory story{{record::StoryKind::complaint, id}, short_id(context, id), {}, {}, {}, {}};
  story.subject = fmt::format("Your complaint {}", util::complaint_tail(id));
  story.complaint = load_complaint(context, id);
  story.people = mail::correspondents_of(context, *story.complaint);
  return story;
}

MailStory story_of_customer(Context& context, const std::string& word) {
  const std::string slug = session::take_customer(context, word).slug;
  MailStory story{{record::StoryKind::customer, slug}, slug, "A message for you", {}, {}, {}};
  story.customer = find_customer(context, slug);
  story.people = mail::correspondents_of(context, slug);
  return story;
}

MailStory story_of(Context& context, const Invocation& invocation) {
  if (invocation.positionals.empty() != invocation.has("customer"))
    throw Error(ErrorKind::usage, "cannot send this email: give a complaint's id, or -c CUSTOMER where there is none");
  return invocation.has("customer")
             ? story_of_customer(context, invocation.get("customer"))
             : story_of_complaint(context, get_complaint_id(context, invocation.positionals.front()));
}

mail::MailSettings settings_of(Context& context) {
  const git::Settings settings(context.settings().environment, context.location(), nullptr);
  mail::MailSettings read = mail::read_mail_settings(settings, context.settings().environment);
  if (!context.settings().dry_run && read.program.empty() && !mail::find_sendmail(read.search_path))
    throw Error(ErrorKind::program_failed, "cannot send mail: no program 'sendmail' is installed",
                {"name one: git config --global crmtrack.sendmail msmtp"});
  return read;
}

/// The options that say what sending itself finds out, or that contradict it.
void require_sendable(const Invocation& invocation) {
  for (const char* option : {"in", "internal", "message-id", "token", "evidence", "at", "attach"})
    if (invocation.has(option)) throw Error(ErrorKind::usage, fmt::format("cannot have both --send and --{}", option));
}

/// A mail on its way through one run of the command.
class Sending {
 public:
  Sending(Context& context, MailStory story, mail::Address to)
      : context_(context), story_(std::move(story)), settings_(settings_of(context)) {
    mail_.to = std::move(to);
    mail::require_outgoing_address(mail_.to.mail, "recipient");
    mail_.from = settings_.from;
    mail_.token = mail::mint_token(context.random(), story_.ref.id);
    mail_.reply_to = settings_.reply_address(mail_.token);
    mail_.message_id = mail::mint_message_id(context.random(), story_.ref.id, settings_.from.mail);
    mail_.subject = story_.subject;
    mail_.is_automatic = false;
  }

  [[nodiscard]] const MailStory& story() const { return story_; }
  [[nodiscard]] const mail::OutgoingMail& mail() const { return mail_; }
  [[nodiscard]] std::string token_digest() const { return mail::token_digest(mail_.token); }

  /// Keeps the Message-ID of a mail that was recorded before.
  void keep_message_id(const std::string& id) { mail_.message_id = id; }

  /// The bytes that go out: the text, in the conversation of the mails before it.
  const std::string& compose(const std::string& text, const std::string& before = {}) {
    mail_.text = text;
    mail_.at = context_.timestamp();
    mail_.references = mail::conversation_of(story_.told(), before);
    mail_.in_reply_to = mail_.references.empty() ? std::string() : mail_.references.back();
    return bytes_ = mail::compose_mail(mail_);
  }

  /// Hands the mail over, and records what the program said.
  mail::HandOver hand_over(const std::string& about, int attempt) {
    mail::HandOver result = mail::hand_over(settings_.for_token(mail_.token), mail_.to.mail, bytes_);
    session::write_records(context_, [&] { return std::vector{delivery(about, attempt, result)}; });
    return result;
  }

  void show() { context_.out().line(util::visible_block(bytes_.substr(0, bytes_.find_last_not_of('\n') + 1))); }

 private:
  Draft delivery(const std::string& about, int attempt, const mail::HandOver& result) {
    Draft draft;
    draft.story = story_.ref;
    draft.kind = record::Kind::delivery;
    draft.at = context_.timestamp();
    draft.by = context_.me();
    draft.customer = story_.people.customer;
    draft.says = result.handed_over ? "sent" : "failed";
    set_text(draft.fields, "about", about);
    set_text(draft.fields, "to", mail_.to.mail);
    set_text(draft.fields, "channel", "email");
    set_text(draft.fields, "outcome", draft.says);
    set_text(draft.fields, "detail", result.handed_over ? "" : mail::shown_failure(result));
    draft.fields.set("attempt", yaml::Node::integer(attempt));
    if (result.handed_over) set_text(draft.fields, "message_id", mail_.message_id);
    draft.fields.set("tokens", yaml::Node::list_of({token_digest()}));
    return draft;
  }

  Context& context_;
  MailStory story_;
  mail::MailSettings settings_;
  mail::OutgoingMail mail_;
  std::string bytes_;
};

/// Prints that the mail is recorded, also where the program did not take it.
void report_sent(Context& context, const Sending& sending, const Draft& mail, const mail::HandOver& result) {
  const std::string& shown = sending.story().shown;
  const std::string to = sending.mail().to.mail;
  report_written(context, {mail},
                 result.handed_over ? fmt::format("email out on {} is sent to {} (evidence: sent)", shown, to)
                                    : fmt::format("email out on {} is recorded (evidence: attempted)", shown));
  if (result.handed_over) return;
  const std::string where = sending.story().complaint ? shown : fmt::format("-c {}", shown);
  throw Error(ErrorKind::program_failed,
              fmt::format("cannot send the mail to '{}': {}", to, mail::shown_failure(result)),
              {fmt::format("to send it again: crmtrack email {} --again {}", where, util::record_tail(mail.id))});
}

void say_after_sending(Context& context, const Invocation& invocation, const Sending& sending, const Draft& mail) {
  if (!sending.story().complaint) return;
  const story::Complaint after = load_complaint(context, sending.story().ref.id);
  const session::PromisesOf promises{after.entries, after.promises, sending.story().shown, context.zone()};
  if (invocation.has("answers")) say_unsettled(context, invocation, promises, mail);
  say_promised(context, promises, {mail});
  if (sending.story().complaint->status == record::Status::received) hint_at_unacknowledged(context, mail, after);
  hint_at_ended(context, after);
}

/// The mail that --again names, as it was recorded.
const record::Record& mail_to_repeat(const MailStory& story, const std::string& word) {
  const auto& entries = story.complaint ? story.complaint->entries : story.customer->entries;
  const std::string id = session::get_record_id(entries, word, story.shown);
  const auto told = story.told();
  const auto found = std::ranges::find_if(
      told, [&](const record::Record* each) { return each->id == id; });
  const auto is_mail = [](const record::Record& each) {
    return each.kind == record::Kind::activity && each.text_of("type") == "email" &&
           each.text_of("direction") == "out" && !each.text_of("token").empty();
  };
  if (found == told.end() || !is_mail(**found))
    throw Error(ErrorKind::refused, fmt::format("cannot send '{}' again: it is no mail that --send recorded", word));
  if ((*found)->text_of("evidence") != "attempted")
    throw Error(
        ErrorKind::refused,
        fmt::format("cannot send '{}' again: it has gone out (evidence: {})", word, (*found)->text_of("evidence")),
        {"write a new mail"});
  return **found;
}

int attempts_so_far(const MailStory& story, const std::string& about) {
  const auto told = story.told();
  return static_cast<int>(std::ranges::count_if(told, [&](const record::Record* each) {
    return each->kind == record::Kind::delivery && each->text_of("about") == about;
  }));
}

}  // namespace

int send_email(Context& context, const Invocation& invocation) {
  require_sendable(invocation);
  MailStory story = story_of(context, invocation);
  mail::Address to = mail::choose_recipient(story.people, invocation.get("with"));
  Sending sending(context, std::move(story), std::move(to));
  const ActivityMaker maker(context, invocation,
                            {.type = "email",
                             .direction = "out",
                             .text_required = true,
                             .message_id = sending.mail().message_id,
                             .token_digest = sending.token_digest()});
  sending.compose(maker.text());  // before anything is written: what cannot be sent is not recorded
  const session::Written written = write_records(context, [&] {
    if (!sending.story().complaint) return maker.make(nullptr);
    const story::Complaint complaint = load_complaint(context, sending.story().ref.id);
    return maker.make(&complaint);
  });
  if (context.settings().dry_run) {
    show_dry_run(context, written);
    if (!context.wants_data()) sending.show();
    return 0;
  }
  const Draft& mail = written.drafts.back();
  const mail::HandOver result = sending.hand_over(mail.id, 1);
  report_sent(context, sending, mail, result);
  say_after_sending(context, invocation, sending, mail);
  return 0;
}

int send_email_again(Context& context, const Invocation& invocation) {
  for (const auto& [option, values] : invocation.options) {
    constexpr std::array kTaken{"again", "send", "with", "customer"};
    if (std::ranges::find(kTaken, option) == kTaken.end())
      throw Error(ErrorKind::usage, fmt::format("cannot have both --again and --{}: the mail goes as it was", option));
  }
  MailStory story = story_of(context, invocation);
  if (!story.complaint && !story.customer)
    throw Error(ErrorKind::not_found, fmt::format("cannot find customer '{}'", story.shown));
  const record::Record record = mail_to_repeat(story, invocation.get("again"));
  const std::string with = invocation.has("with") ? invocation.get("with") : record.text_of("with");
  const int attempt = attempts_so_far(story, record.id) + 1;
  mail::Address to = mail::choose_recipient(story.people, with);
  Sending sending(context, std::move(story), std::move(to));
  sending.keep_message_id(record.text_of("message_id"));
  sending.compose(record.text_of("text"), record.id);
  if (context.settings().dry_run) {
    sending.show();
    return 0;
  }
  const mail::HandOver result = sending.hand_over(record.id, attempt);
  Draft mail;
  mail.story = sending.story().ref;
  mail.id = record.id;
  report_sent(context, sending, mail, result);
  return 0;
}

}  // namespace crmtrack::command
