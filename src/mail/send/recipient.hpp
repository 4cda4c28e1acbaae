#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mail/message/address.hpp"
#include "session/session.hpp"
#include "story/complaint.hpp"
#include "util/text/named_mail.hpp"

namespace crmtrack::mail {

/// The people to whom a mail about a complaint, or to a customer, may go.
struct Correspondents {
  std::string shown;         ///< the complaint's short id, or the customer, for messages
  std::string customer;      ///< the customer's slug, for messages; empty where there is none
  Address contact = {};      ///< the complaint's contact
  bool is_confirmed = true;  ///< a person or an import has stated that contact's address, not a mail alone
  std::vector<util::NamedMail> of_customer;  ///< the customer's contacts who have an address
};

Correspondents correspondents_of(session::Session& session, const story::Complaint& complaint);
Correspondents correspondents_of(session::Session& session, const std::string& customer);

/// The person that a mail goes to. `with` is an address, which the user so confirms, or the name of one of them.
/// Without it: the one that session::find_addressee() finds. Throws Error(refused) where no address is known,
/// or the contact's is known from a mail alone, Error(not_found) for another name, and Error(ambiguous) with the
/// candidates.
Address choose_recipient(const Correspondents& people, std::string_view with);

}  // namespace crmtrack::mail
