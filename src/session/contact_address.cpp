#include "session/contact_address.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "index/build/mail_marks.hpp"
#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "util/text/case.hpp"
#include "util/text/mailbox.hpp"
#include "util/text/named_mail.hpp"

namespace crmtrack::session {

namespace {

std::string consent_fault(const story::Customer& customer) {
  const auto consents = customer.fields.texts_of("consents");
  const bool is_stated = customer.fields.find("consents") != nullptr;
  return is_stated && std::ranges::find(consents, "mail") == consents.end() ? "no consent" : "";
}

}  // namespace

std::vector<util::NamedMail> contacts_with_mail(const story::Customer& customer) {
  std::vector<util::NamedMail> people;
  for (const yaml::Node& contact : customer.contacts)
    if (std::string mail = contact.text_of("mail"); !mail.empty())
      people.push_back({contact.text_of("name"), std::move(mail)});
  return people;
}

bool has_address(const std::vector<util::NamedMail>& people, std::string_view mail) {
  return std::ranges::any_of(
      people, [&](const util::NamedMail& each) { return util::is_same_mailbox(each.mail, mail); });
}

std::vector<util::NamedMail> contacts_named(const std::vector<util::NamedMail>& people, std::string_view words) {
  const std::string wanted = util::fold_case(words);
  std::vector<util::NamedMail> exact, partly;
  for (const util::NamedMail& each : people) {
    const std::string name = util::fold_case(each.name);
    if (name == wanted) exact.push_back(each);
    if (name.find(wanted) != std::string::npos) partly.push_back(each);
  }
  return exact.empty() ? partly : exact;
}

std::optional<util::NamedMail> find_addressee(const util::NamedMail& contact,
                                              const std::vector<util::NamedMail>& of_customer) {
  if (!contact.mail.empty()) return contact;
  if (!contact.name.empty())
    if (auto found = contacts_named(of_customer, contact.name); found.size() == 1) return found.front();
  if (of_customer.size() != 1) return std::nullopt;
  return of_customer.front();
}

bool is_contact_by_mail(const story::Complaint& complaint) {
  if (!complaint.text_of("source").starts_with(index::kMailSource)) return false;
  const auto own = std::ranges::find_if(
      complaint.entries, [](const story::Entry& e) { return e.record.kind == record::Kind::complaint && e.counts(); });
  return own != complaint.entries.end() && own->record.text_of("contact") == complaint.text_of("contact");
}

ContactAddress contact_address(Session& session, const std::string& complaint, const index::RuleSubject& subject) {
  std::optional<story::Customer> customer;
  if (!subject.customer.empty()) customer = find_customer(session, standing_customer(session, subject.customer));
  const auto people = customer ? contacts_with_mail(*customer) : std::vector<util::NamedMail>();
  const auto found = find_addressee(util::parse_named_mail(subject.contact), people);
  if (!found)
    return {{},
            {},
            people.size() > 1 ? "the customer has several contacts, and the complaint names none of them"
                              : "no mail address of the customer is known",
            {}};
  ContactAddress contact{found->name, found->mail, {}, {}};
  const bool is_entered = has_address(people, contact.mail);
  if (!is_entered && subject.is_by_mail && is_contact_by_mail(load_complaint(session, complaint)))
    contact.held_back = "address known from a mail only";
  if (customer && contact.held_back.empty()) contact.held_back = consent_fault(*customer);
  return contact;
}

}  // namespace crmtrack::session
