#pragma once

#include <string>
#include <string_view>

#include "session/session.hpp"

namespace crmtrack::session {

/// The customer that stands for a slug after all merges: the slug itself where it was not merged, or is not known.
std::string standing_customer(Session& session, const std::string& slug);

/// The slug of the customer that a word means: a slug, or the name of only one customer; whoever was merged is the one
/// that stands for them, and standard error says so. A word that nobody has is a new slug. Throws Error(refused) for
/// one that is none, and Error(ambiguous) for the name of several.
std::string resolve_customer(Session& session, std::string_view word);
/// A customer as people know them: a natural person by the name, all others by the slug. Never for paths and trailers.
std::string shown_customer(Session& session, const std::string& slug);
/// A customer whom a command takes, known or not.
struct TakenCustomer {
  std::string slug;
  std::string name = {};  ///< of one who is not known: as the user typed it, where that was no slug
};
/// The customer that a word means, as `resolve_customer` finds them. A word that is neither a slug nor the name of one
/// is the name of a new one, whose slug is made of it. Throws Error(refused) for an empty word.
TakenCustomer take_customer(Session& session, std::string_view word);
/// The slug of a known customer, by slug or name, merged or not. Throws Error(not_found) with the nearest.
std::string resolve_known_customer(Session& session, std::string_view word);

}  // namespace crmtrack::session
