#include "session/contact_address.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "index/build/mail_marks.hpp"
#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "util/text/case.hpp"
#include "util/text/mailbox.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::session {

namespace {

/// The parts of `Ben Ode <ben@acme.example>`, `ben@acme.example` or `Ben Ode`.
ContactAddress parts_of(std::string_view text) {
  ContactAddress contact;
  const std::size_t open = text.find('<');
  const std::size_t close = text.find('>', open == std::string_view::npos ? 0 : open);
  if (open != std::string_view::npos && close != std::string_view::npos) {
    contact.name = util::trim(text.substr(0, open));
    contact.mail = util::trim(text.substr(open + 1, close - open - 1));
  } else if (text.find('@') != std::string_view::npos) {
    contact.mail = util::trim(text);
  } else {
    contact.name = util::trim(text);
  }
  return contact;
}

/// The customer's contact that a complaint means by name, or the only one.
const yaml::Node* contact_of(const story::Customer& customer, const std::string& name) {
  const yaml::Node* found = nullptr;
  for (const yaml::Node& each : customer.contacts) {
    if (each.text_of("mail").empty()) continue;
    if (!name.empty() && util::fold_case(each.text_of("name")) != util::fold_case(name)) continue;
    if (found != nullptr) return nullptr;
    found = &each;
  }
  return found;
}

bool has_address(const story::Customer& customer, const std::string& mail) {
  return std::ranges::any_of(
      customer.contacts, [&](const yaml::Node& each) { return util::is_same_mailbox(each.text_of("mail"), mail); });
}

std::string consent_fault(const story::Customer& customer) {
  const auto consents = customer.fields.texts_of("consents");
  const bool is_stated = customer.fields.find("consents") != nullptr;
  return is_stated && std::ranges::find(consents, "mail") == consents.end() ? "no consent" : "";
}

}  // namespace

bool is_contact_by_mail(const story::Complaint& complaint) {
  if (!complaint.text_of("source").starts_with(index::kMailSource)) return false;
  const auto own = std::ranges::find_if(
      complaint.entries, [](const story::Entry& e) { return e.record.kind == record::Kind::complaint && e.counts(); });
  return own != complaint.entries.end() && own->record.text_of("contact") == complaint.text_of("contact");
}

ContactAddress contact_address(Session& session, const std::string& complaint, const index::RuleSubject& subject) {
  ContactAddress contact = parts_of(subject.contact);
  std::optional<story::Customer> customer;
  if (!subject.customer.empty()) customer = find_customer(session, standing_customer(session, subject.customer));
  if (contact.mail.empty() && customer) {
    if (const yaml::Node* const known = contact_of(*customer, contact.name)) {
      contact.mail = known->text_of("mail");
      if (contact.name.empty()) contact.name = known->text_of("name");
    }
  }
  if (contact.mail.empty()) {
    contact.why = customer && customer->contacts.size() > 1
                      ? "the customer has several contacts, and the complaint names none"
                      : "no mail address of the customer is known";
    return contact;
  }
  const bool is_entered = customer && has_address(*customer, contact.mail);
  if (!is_entered && subject.is_by_mail && is_contact_by_mail(load_complaint(session, complaint)))
    contact.held_back = "address known from a mail only";
  if (customer && contact.held_back.empty()) contact.held_back = consent_fault(*customer);
  return contact;
}

}  // namespace crmtrack::session
