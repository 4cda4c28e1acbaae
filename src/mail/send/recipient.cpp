#include "mail/send/recipient.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "session/contact_address.hpp"
#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text/mailbox.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::mail {

namespace {

using util::Error;
using util::ErrorKind;

using People = std::vector<util::NamedMail>;

People contacts_of(session::Session& session, const std::string& customer) {
  if (customer.empty()) return {};
  const auto found = session::find_customer(session, session::standing_customer(session, customer));
  return found ? session::contacts_with_mail(*found) : People();
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
Address only_one(const People& found, const Correspondents& people, std::string_view what) {
  if (found.size() == 1) return {found.front().name, found.front().mail};
  std::vector<std::string> hints;
  for (const util::NamedMail& each : found) hints.push_back(fmt::format("--with {}", each.mail));
  throw Error(ErrorKind::ambiguous, fmt::format("cannot tell to whom the mail on {} goes: {}", people.shown, what),
              hints);
}

/// Everybody who is known on the complaint and has an address.
People everybody(const Correspondents& people) {
  People all = people.of_customer;
  if (!people.contact.mail.empty() && !session::has_address(all, people.contact.mail))
    all.push_back({people.contact.name, people.contact.mail});
  return all;
}

Address chosen_by(const Correspondents& people, std::string_view with) {
  if (Address typed = address_of(with); !typed.mail.empty()) {
    for (const util::NamedMail& each : people.of_customer)
      if (typed.name.empty() && util::is_same_mailbox(each.mail, typed.mail)) typed.name = each.name;
    return typed;
  }
  if (with.find('@') != std::string_view::npos) return {{}, std::string(with)};  // its fault is told when it is sent
  const People found = session::contacts_named(everybody(people), with);
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
  people.is_confirmed =
      !session::is_contact_by_mail(complaint) || session::has_address(people.of_customer, people.contact.mail);
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
  if (!people.contact.mail.empty() && !people.is_confirmed) throw unconfirmed(people);
  if (const auto found = session::find_addressee({people.contact.name, people.contact.mail}, people.of_customer))
    return {found->name, found->mail};
  if (people.of_customer.empty()) throw no_address(people);
  return only_one(people.of_customer, people, fmt::format("{} has several contacts", people.customer));
}

}  // namespace crmtrack::mail
