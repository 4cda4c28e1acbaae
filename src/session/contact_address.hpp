#pragma once

#include <string>

#include "index/read/rule_events.hpp"
#include "session/session.hpp"
#include "story/complaint.hpp"

namespace crmtrack::session {

/// Whether the complaint's contact stands as the mail brought it along from which the complaint was made.
bool is_contact_by_mail(const story::Complaint& complaint);

/// Where a customer's contact is reached by mail about a complaint.
struct ContactAddress {
  std::string name, mail;
  std::string why;        ///< why there is no address; empty where there is one
  std::string held_back;  ///< why nothing is sent there; empty where something may
};

/// The contact of the complaint: the address in its `contact`, else that of the customer's contact of this name, else
/// the customer's only one. Nothing is sent to an address that only a mail has brought along, since anybody can write
/// any address there: it counts once a colleague has entered it with the customer. Nor is it sent where the customer's
/// `consents` are stated, and `mail` is none of them.
ContactAddress contact_address(Session& session, const std::string& complaint, const index::RuleSubject& subject);

}  // namespace crmtrack::session
