#include "command/look/mail_story.hpp"

#include <fmt/format.h>

#include "command/common/kept_attachments.hpp"
#include "command/common/output.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/parts.hpp"
#include "view/local_time.hpp"
#include "view/text_or_null.hpp"

namespace crmtrack::command {

namespace {

using document::Role;
using document::Value;
using mail::InboxMail;

/// `on p43a, put there by asha@example.com 2026-11-23 09:00`, or why it waits.
std::string place_of_mail(Context& context, const InboxMail& mail) {
  if (mail.assigned_to.empty()) return fmt::format("waits: {}", mail.text_of("why"));
  const record::Record& assignment = mail.assignment.value();
  return fmt::format("on {}, put there by {} {}", session::short_id(context, mail.assigned_to), assignment.by,
                     view::local_time(context.zone(), assignment.at.utc));
}

std::string files_of_mail(const InboxMail& mail) {
  std::vector<std::string> files;
  for (const KeptAttachment& file : kept_attachments(mail.story, mail.entries))
    files.push_back(fmt::format("{} ({} bytes)", file.name, file.size));
  return util::join(files, ", ");
}

}  // namespace

std::variant<std::string, InboxMail> get_complaint_or_mail(Context& context, const std::string& word) {
  try {
    return get_complaint_id(context, word);
  } catch (const util::Error& error) {
    if (error.kind() != util::ErrorKind::not_found) throw;
    if (auto mail = mail::find_mail_by_word(context, word)) return std::move(*mail);
    throw;
  }
}

void add_mail_story(Context& context, const InboxMail& mail, document::Document& document) {
  const std::string subject = mail.text_of("subject");
  document.add(document::Heading{
      fmt::format("{}  {}", util::complaint_tail(mail.story.id), subject.empty() ? "(no subject)" : subject), 1});
  document::Figures figures;
  const auto add = [&](const char* label, std::string value, Role role = Role::plain) {
    if (!value.empty()) figures.items.push_back({label, std::move(value), "", role});
  };
  add("mail", place_of_mail(context, mail), mail.assigned_to.empty() ? Role::warning : Role::plain);
  add("from", mail.text_of("from"));
  add("came", view::local_time(context.zone(), mail.record.at.utc));
  add("written by", mail.record.body.find("automatic") != nullptr ? "a program" : "");
  add("message id", mail.text_of("message_id"));
  add("files", files_of_mail(mail));
  document.add(std::move(figures));
  document.add(document::Heading{"Text", 2});
  document::Lines lines;
  for (const std::string& line : util::split(std::string(util::trim(mail.text_of("text"))), '\n'))
    lines.lines.push_back({{"  " + line}});
  document.add(std::move(lines));
}

Value item_of_mail(const InboxMail& mail) {
  Value item;
  item.set("id", mail.story.id);
  item.set("at", util::format_utc(mail.record.at.utc));
  for (const char* field : {"from", "subject", "text", "why", "message_id"})
    item.set(field, view::text_or_null(mail.text_of(field)));
  item.set("automatic", mail.record.body.find("automatic") != nullptr);
  item.set("record", mail.record.id);
  return item;
}

Value story_item_of_mail(const InboxMail& mail) {
  Value item = item_of_mail(mail);
  const bool is_assigned = mail.assignment.has_value();
  item.set("assigned_to", view::text_or_null(mail.assigned_to));
  item.set("assigned_by", is_assigned ? Value(mail.assignment->by) : Value());
  item.set("assigned_at", is_assigned ? Value(util::format_utc(mail.assignment->at.utc)) : Value());
  Value::List files;
  for (const KeptAttachment& file : kept_attachments(mail.story, mail.entries)) {
    Value each;
    each.set("name", file.name);
    each.set("size", file.size);
    each.set("sha256", file.sha256);
    files.push_back(std::move(each));
  }
  item.set("attachments", std::move(files));
  return item;
}

}  // namespace crmtrack::command
