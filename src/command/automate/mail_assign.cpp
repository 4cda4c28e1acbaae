#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/context.hpp"
#include "command/common/option.hpp"
#include "command/write/answers_option.hpp"
#include "command/write/capture.hpp"
#include "command/write/inbox_draft.hpp"
#include "command/write/report_written.hpp"
#include "session/lookup.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::command {

namespace {

using mail::InboxMail;
using session::Draft;

/// The activity that a colleague makes of a mail by saying on which complaint it belongs.
Draft activity_of(Context& context, const Invocation& invocation, const InboxMail& mail,
                  const story::Complaint& complaint, const std::vector<session::Attachment>& files) {
  Draft draft = draft_for(context, invocation, complaint, record::Kind::activity, "email in");
  draft.at = mail.record.at;
  draft.attachments = files;
  const bool is_automatic = mail.record.body.find("automatic") != nullptr;
  const record::Evidence evidence = is_automatic ? record::Evidence::delivered : record::Evidence::acknowledged;
  set_text(draft.fields, "type", "email");
  set_text(draft.fields, "direction", "in");
  set_text(draft.fields, "with", mail.text_of("from"));
  set_text(draft.fields, "evidence", std::string(record::name_of(evidence)));
  set_text(draft.fields, "text", mail.text_of("text"));
  set_text(draft.fields, "message_id", mail.text_of("message_id"));
  if (is_automatic) {
    set_text(draft.fields, "visibility", "team");
    draft.fields.set("automatic", yaml::Node::boolean(true));
    return draft;
  }
  const auto answers = answers_of(
      context, invocation, {complaint.entries, complaint.promises, short_id(context, complaint.id), context.zone()},
      {session::Contact::Kind::activity, "in", {}, evidence});
  if (!answers.empty()) draft.fields.set("answers", yaml::Node::list_of(answers));
  return draft;
}

int run_mail_assign(Context& context, const Invocation& invocation) {
  const std::string id = get_complaint_id(context, invocation.positionals.at(1));
  std::string from;
  const session::Written written = write_records(context, [&] {
    const InboxMail mail = mail::get_waiting_mail(context, invocation.positionals.front());
    from = mail.text_of("from");
    const auto files = files_of_inbox_mail(context, mail);
    return std::vector{assignment_of_mail(context, invocation, mail, id),
                       activity_of(context, invocation, mail, load_complaint(context, id), files)};
  });
  if (context.settings().dry_run) return show_dry_run(context, written);
  return report_written(context, {written.drafts.back()},
                        fmt::format("the mail from {} is on {}", util::visible_line(from), short_id(context, id)));
}

}  // namespace

const CommandSpec kMailAssign{
    .name = "mail assign",
    .group = "automate",
    .summary = "put a mail of the inbox on the complaint that it belongs to",
    .positionals = {{"MAIL", "the mail; see crmtrack list inbox:yes"}, {"ID", "the complaint", Completes::complaint}},
    .options = {option::kAnswers, option::kBy},
    .examples = {{"crmtrack mail assign 5v0k 7f3q", "the mail 5v0k is about complaint 7f3q"},
                 {"crmtrack mail assign 5v0k 7f3q --answers information",
                  "and gives the information that we asked for"}},
    .run = run_mail_assign,
};

}  // namespace crmtrack::command
