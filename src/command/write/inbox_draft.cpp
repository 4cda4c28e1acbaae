#include "command/write/inbox_draft.hpp"

#include "command/common/context.hpp"
#include "command/common/kept_attachments.hpp"
#include "command/write/capture.hpp"

namespace crmtrack::command {

std::vector<session::Attachment> files_of_inbox_mail(Context& context, const mail::InboxMail& mail) {
  std::vector<session::Attachment> files;
  const yaml::Node* const list = mail.record.body.find("attachments");
  if (list == nullptr) return files;
  for (const yaml::Node& item : list->items) {
    KeptAttachment kept;
    kept.folder = mail.story;
    kept.record = mail.record.id;
    kept.name = item.text_of("name");
    kept.sha256 = item.text_of("sha256");
    files.push_back({kept.name, read_attachment(context, kept)});
  }
  return files;
}

session::Draft assignment_of_mail(Context& context, const Invocation& invocation, const mail::InboxMail& mail,
                                  const std::string& complaint) {
  session::Draft draft;
  draft.story = mail.story;
  draft.kind = record::Kind::mail;
  draft.at = context.timestamp();
  draft.by = by_of(context, invocation);
  draft.says = "assigned";
  set_text(draft.fields, "assigned_to", complaint);
  return draft;
}

}  // namespace crmtrack::command
