#include "index/build/mail_marks.hpp"

#include <algorithm>

#include "util/text/mailbox.hpp"

namespace crmtrack::index {

namespace {

void add_contacts(const yaml::Node* contacts, std::vector<std::string>& marks) {
  if (contacts == nullptr) return;
  for (const yaml::Node& contact : contacts->items)
    if (const std::string mail = contact.text_of("mail"); !mail.empty()) marks.push_back(contact_mark(mail));
}

/// The identity in `mail/IDENTITY/STORY` or `mail:IDENTITY`; empty where the text is neither.
std::string_view identity_in(std::string_view key) {
  if (!key.starts_with(kMailKey) && !key.starts_with(kMailSource)) return {};
  key.remove_prefix(kMailKey.size());
  return key.substr(0, key.find('/'));
}

void add_mail(const record::Record& record, std::vector<std::string>& marks) {
  for (const std::string& token : record.body.texts_of("tokens")) marks.push_back(token_mark(token));
  for (const auto& [name, value] : record.body.entries) {
    if (!value.is_scalar() || value.text.empty()) continue;
    if (name == "message_id") marks.push_back(message_id_mark(value.text));
    if (name == "token") marks.push_back(token_mark(value.text));
    // Only a machine has a key, and its id is made of it: a mail that somebody says they have taken is not known.
    const std::string_view identity = name == "key" ? identity_in(value.text) : std::string_view();
    if (!identity.empty()) marks.push_back(identity_mark(identity));
  }
  const yaml::Node* const files = record.body.find("attachments");
  if (files == nullptr) return;
  for (const yaml::Node& file : files->items)
    if (std::ranges::find(kMailFiles, file.text_of("name")) != kMailFiles.end())
      marks.push_back(raw_mark(file.text_of("sha256")));
}

}  // namespace

std::string message_id_mark(std::string_view message_id) { return std::string("id ").append(message_id); }
std::string token_mark(std::string_view digest) { return std::string("token ").append(digest); }
std::string identity_mark(std::string_view identity) { return std::string("mail ").append(identity); }
std::string raw_mark(std::string_view sha256) { return std::string(kRawMark).append(sha256); }
std::string contact_mark(std::string_view mail) { return "contact " + util::mailbox_key(mail); }

std::vector<std::string> mail_marks_of(const record::Record& record) {
  std::vector<std::string> marks;
  switch (record.kind.known()) {
    case record::Kind::activity:
    case record::Kind::complaint:
    case record::Kind::delivery:
      add_mail(record, marks);
      break;
    case record::Kind::mail:
      add_mail(record, marks);
      marks.emplace_back(record.text_of("assigned_to").empty() ? kInboxMark : kAssignedMark);
      break;
    case record::Kind::customer:
      add_contacts(record.body.find("contacts"), marks);
      break;
    case record::Kind::change:
      if (const yaml::Node* set = record.body.find("set")) add_contacts(set->find("contacts"), marks);
      break;
    default:
      break;
  }
  return marks;
}

}  // namespace crmtrack::index
