#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "session/session.hpp"
#include "story/complaint.hpp"

namespace crmtrack::session {

/// A complaint that is linked with another one.
struct Linked {
  std::string kind;         ///< follows, duplicate_of, related
  bool stated_here = true;  ///< the other complaint states the link where this is false
  story::Complaint complaint;
};

/// The complaints that a complaint names in a link, and those that name it. Leaves out what the ledger does not have.
std::vector<Linked> linked_complaints(Session& session, const story::Complaint& complaint);

/// The complaint that this one is a duplicate of; empty where it is none.
std::string original_of(const story::Complaint& complaint);

/// Throws Error(refused) where a link of this kind from one complaint to another makes no sense: to itself, or a
/// duplicate of one that is void or, by whatever way, a duplicate of the first.
void require_linkable(Session& session, std::string_view kind, const std::string& from, const std::string& to);

}  // namespace crmtrack::session
