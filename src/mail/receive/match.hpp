#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mail/message/message.hpp"
#include "record/path.hpp"
#include "record/vocabulary.hpp"
#include "session/session.hpp"

namespace crmtrack::mail {

/// Where a mail belongs, and how sure that is.
struct Match {
  record::StoryRef story;     ///< a complaint, or a customer where the mail of ours belongs to no complaint
  std::string record;         ///< the record of the mail that it answers or is about
  std::string customer;       ///< empty where the complaint has none
  bool answers_us = false;    ///< it answers a mail of ours, by its Message-ID or token
  bool by_token = false;      ///< only the token says so, and no header that it is an answer at all
  bool is_known = false;      ///< its sender is a contact of that customer
  bool is_colleague = false;  ///< its sender is one of us
  /// How sure we are that the customer said it: acknowledged only for a known contact who answers a mail of ours.
  record::Evidence evidence = record::Evidence::delivered;
  std::vector<std::string> answers;  ///< the promises of theirs that it settles
};

/// Finds the complaint or customer that a mail belongs to: by the Message-IDs that it refers to, the nearest first,
/// then by its token. nullopt where there is none.
std::optional<Match> find_match(session::Session& session, const Message& message);

/// The only customer who has a contact of this address, merges followed; empty where there is none, or several.
std::string find_customer_by_address(session::Session& session, const std::string& mail);

/// The story that has taken a mail before, whichever way it came; nullopt where none has.
std::optional<record::StoryRef> find_taken(session::Session& session, const std::string& identity);

}  // namespace crmtrack::mail
