#include "mail/send/recipient.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "session/contact_address.hpp"
#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"
#include "util/text/mailbox.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::mail {

namespace {

using util::Error;
using util::ErrorKind;

std::vector<Address> contacts_of(session::Session& session, const std::string& customer) {
  std::vector<Address> contacts;
  if (customer.empty()) return contacts;
  const auto found = session::find_customer(session, session::standing_customer(session, customer));
  if (!found) return contacts;
  for (const yaml::Node& contact : found->contacts)
    if (std::string mail = contact.text_of("mail"); !mail.empty())
      contacts.push_back({contact.text_of("name"), std::move(mail)});
  return contacts;
}

bool has_address(const std::vector<Address>& people, const std::string& mail) {
  return std::ranges::any_of(
      people, [&](const Address& each) { return util::is_same_mailbox(each.mail, mail); });
}

Error no_address(const Correspondents& people) {
  const std::string customer = people.customer.empty() ? "CUSTOMER" : people.customer;
  return {ErrorKind::refused,
          fmt::format("cannot send a mail on {}: no mail address of the customer is known", people.shown),
          {fmt::format("add one: crmtrack customer edit {} --contact 'NAME <MAIL>'", customer),
           "or name the address: --with 'NAME <MAIL>'"}};
}

Error unconfirmed(const Correspondents& people) {
  const std::string shown = util::visible_line(people.contact.shown());
  return {ErrorKind::refused,
          fmt::format("cannot send a mail on {} to '{}': the address is known from a mail alone", people.shown, shown),
          {fmt::format("if it is theirs: crmtrack customer edit {} --contact '{}'",
                       people.customer.empty() ? "CUSTOMER" : people.customer, shown),
           "or name the address: --with 'NAME <MAIL>'"}};
}

/// The one person of several; an error that names them where they are several.
Address only_one(const std::vector<Address>& found, const Correspondents& people, std::string_view what) {
  if (found.size() == 1) return found.front();
  std::vector<std::string> hints;
  for (const Address& each : found) hints.push_back(fmt::format("--with {}", each.mail));
  throw Error(ErrorKind::ambiguous, fmt::format("cannot tell to whom the mail on {} goes: {}", people.shown, what),
              hints);
}

/// Those of whose name the words are a part; those with just that name where there are any.
std::vector<Address> named(const Correspondents& people, std::string_view words) {
  std::vector<Address> everybody = people.of_customer;
  if (!people.contact.mail.empty() && !has_address(everybody, people.contact.mail)) everybody.push_back(people.contact);
  const std::string wanted = util::fold_case(words);
  std::vector<Address> exact, partly;
  for (const Address& each : everybody) {
    const std::string name = util::fold_case(each.name);
    if (name == wanted) exact.push_back(each);
    if (name.find(wanted) != std::string::npos) partly.push_back(each);
  }
  return exact.empty() ? partly : exact;
}

Address chosen_by(const Correspondents& people, std::string_view with) {
  if (Address typed = address_of(with); !typed.mail.empty()) {
    for (const Address& each : people.of_customer)
      if (typed.name.empty() && util::is_same_mailbox(each.mail, typed.mail)) typed.name = each.name;
    return typed;
  }
  if (with.find('@') != std::string_view::npos) return {{}, std::string(with)};  // its fault is told when it is sent
  const auto found = named(people, with);
  if (found.empty())
    throw Error(ErrorKind::not_found,
                fmt::format("cannot send a mail to '{}': no contact on {} with a mail address has that name",
                            util::visible_line(with), people.shown),
                {"name the address: --with 'NAME <MAIL>'"});
  return only_one(found, people, fmt::format("'{}' fits several", util::visible_line(with)));
}

}  // namespace

Correspondents correspondents_of(session::Session& session, const story::Complaint& complaint) {
  Correspondents people{session::short_id(session, complaint.id),
                        complaint.text_of("customer"),
                        address_of(complaint.text_of("contact")),
                        true,
                        {}};
  people.of_customer = contacts_of(session, people.customer);
  people.is_confirmed = !session::is_contact_by_mail(complaint) || has_address(people.of_customer, people.contact.mail);
  return people;
}

Correspondents correspondents_of(session::Session& session, const std::string& customer) {
  return {customer, customer, {}, true, contacts_of(session, customer)};
}

Address choose_recipient(const Correspondents& people, std::string_view with) {
  if (!with.empty()) {
    Address chosen = chosen_by(people, with);
    const bool is_by_name = address_of(with).mail.empty();
    if (is_by_name && !people.is_confirmed && util::is_same_mailbox(chosen.mail, people.contact.mail))
      throw unconfirmed(people);
    return chosen;
  }
  if (!people.contact.mail.empty()) {
    if (!people.is_confirmed) throw unconfirmed(people);
    return people.contact;
  }
  if (!people.contact.name.empty())
    if (const auto found = named(people, people.contact.name); found.size() == 1) return found.front();
  if (people.of_customer.empty()) throw no_address(people);
  return only_one(people.of_customer, people, fmt::format("{} has several contacts", people.customer));
}

}  // namespace crmtrack::mail
