#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/read/rule_events.hpp"
#include "session/session.hpp"
#include "story/complaint.hpp"
#include "story/customer.hpp"
#include "util/text/named_mail.hpp"

namespace crmtrack::session {

/// The contacts of a customer that have a mail address.
std::vector<util::NamedMail> contacts_with_mail(const story::Customer& customer);
/// Whether one of these people has the mailbox.
bool has_address(const std::vector<util::NamedMail>& people, std::string_view mail);
/// Those of whose name the words are a part, or those with just that name where there are any.
std::vector<util::NamedMail> contacts_named(const std::vector<util::NamedMail>& people, std::string_view words);
/// The person to whom a mail about a complaint goes: its contact, where that has an address; else the only one of the
/// customer's contacts who has the contact's name; else the customer's only contact. nullopt where it is none of these.
std::optional<util::NamedMail> find_addressee(const util::NamedMail& contact,
                                              const std::vector<util::NamedMail>& of_customer);

/// Whether the complaint's contact stands as the mail brought it along from which the complaint was made.
bool is_contact_by_mail(const story::Complaint& complaint);

/// Where a customer's contact is reached by mail about a complaint.
struct ContactAddress {
  std::string name, mail;
  std::string why;        ///< why there is no address; empty where there is one
  std::string held_back;  ///< why nothing is sent there; empty where something may
};

/// The address that find_addressee() chooses for a complaint. Nothing is sent to an address that only a mail has
/// brought along, since anybody can write any address there: it counts once a colleague has entered it with the
/// customer. Nor is it sent where the customer's `consents` are stated, and `mail` is none of them.
ContactAddress contact_address(Session& session, const std::string& complaint, const index::RuleSubject& subject);

}  // namespace crmtrack::session
