#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/context.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/inbox_draft.hpp"
#include "command/write/report_written.hpp"
#include "index/build/mail_marks.hpp"
#include "index/read/lookup.hpp"
#include "mail/message/address.hpp"
#include "mail/receive/match.hpp"
#include "record/machine_place.hpp"
#include "session/customer_word.hpp"
#include "session/forms.hpp"
#include "session/lookup.hpp"
#include "session/register.hpp"
#include "util/error.hpp"
#include "util/id.hpp"

namespace crmtrack::command {

namespace {

using mail::InboxMail;
using session::Draft;
using util::Error;
using util::ErrorKind;

/// The customer of the new complaint: -c, else the one who has the sender for a contact.
session::TakenCustomer customer_of(Context& context, const Invocation& invocation, const InboxMail& mail) {
  if (invocation.has("customer")) return session::take_customer(context, invocation.get("customer"));
  const std::string known = mail::find_customer_by_address(context, mail::address_of(mail.text_of("from")).mail);
  if (known.empty())
    throw Error(ErrorKind::usage,
                "cannot take a complaint of this mail without -c CUSTOMER: its sender is no known contact",
                {"for example: crmtrack mail new MAIL -c acme"});
  return {known};
}

/// The source of the complaint, which gives its id: another one where the mail has made a complaint that was taken
/// back.
std::string free_source(Context& context, const InboxMail& mail) {
  const std::string plain = fmt::format("{}{}", index::kMailSource, mail.identity());
  std::string source = plain;
  for (int time = 2;; ++time) {
    const std::string id = util::make_complaint_id(mail.record.at.utc, record::random_of_source(source));
    if (!index::find_story(context.index(), {record::StoryKind::complaint, id})) return source;
    source = fmt::format("{}/{}", plain, time);
  }
}

Draft complaint_of_mail(Context& context, const Invocation& invocation, const InboxMail& mail,
                        const std::string& customer) {
  Draft draft;
  draft.kind = record::Kind::complaint;
  draft.at = mail.record.at;
  draft.by = by_of(context, invocation);
  draft.customer = customer;
  draft.says = "received";
  yaml::Node& fields = draft.fields;
  set_text(fields, "customer", customer);
  set_text(fields, "contact", mail.text_of("from"));
  if (invocation.has("project")) set_text(fields, "project", resolve_project(context, invocation.get("project")));
  set_text(fields, "channel", "email");
  if (invocation.has("reason")) set_text(fields, "reason", resolve_reason(context, invocation.get("reason")));
  set_text(fields, "severity", invocation.find("severity").value_or("medium"));
  const std::string subject = mail.text_of("subject");
  set_text(fields, "summary", invocation.find("message").value_or(subject.empty() ? "(no subject)" : subject));
  set_text(fields, "description", mail.text_of("text"));
  set_text(fields, "message_id", mail.text_of("message_id"));
  const std::string source = free_source(context, mail);
  set_text(fields, "source", source);
  draft.attachments = files_of_inbox_mail(context, mail);
  session::require_forms(context, fields);
  draft.story = {record::StoryKind::complaint, util::make_complaint_id(draft.at.utc, record::random_of_source(source))};
  return draft;
}

std::vector<Draft> compose_from_mail(Context& context, const Invocation& invocation) {
  const InboxMail mail = mail::get_waiting_mail(context, invocation.positionals.front());
  const session::TakenCustomer customer = customer_of(context, invocation, mail);
  std::vector<Draft> drafts;
  Draft complaint = complaint_of_mail(context, invocation, mail, customer.slug);
  if (auto registration = session::registration_of(context, customer.slug, complaint.at, complaint.by, customer.name))
    drafts.push_back(std::move(*registration));
  drafts.push_back(assignment_of_mail(context, invocation, mail, complaint.story.id));
  drafts.push_back(std::move(complaint));
  return drafts;
}

int run_mail_new(Context& context, const Invocation& invocation) {
  const session::Written written = write_records(context, [&] { return compose_from_mail(context, invocation); });
  if (context.settings().dry_run) return show_dry_run(context, written);
  const Draft& complaint = written.drafts.back();
  const std::string shown = short_id(context, complaint.story.id);
  return report_written(
      context, {complaint},
      fmt::format("complaint {0} from {1} is received; we owe an acknowledgement: crmtrack acknowledge "
                  "{0} -m …",
                  shown, session::shown_customer(context, complaint.customer)),
      true);
}

}  // namespace

const CommandSpec kMailNew{
    .name = "mail new",
    .group = "automate",
    .summary = "take a new complaint of a mail of the inbox",
    .positionals = {{"MAIL", "the mail; see crmtrack list inbox:yes"}},
    .options = {option::kCustomer, option::kProject, option::kReason, option::kSeverity,
                OptionSpec{"-m,--message", "TEXT", "the summary (default: the mail's subject)"}, option::kBy},
    .examples = {{"crmtrack mail new 5v0k", "its sender is a contact of a customer"},
                 {"crmtrack mail new 5v0k -c acme -s high -m 'Invoice 4711 charged twice'", "everything stated"}},
    .run = run_mail_new,
};

}  // namespace crmtrack::command
