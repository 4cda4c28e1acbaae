#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "session/session.hpp"
#include "session/write.hpp"

namespace crmtrack::session {

/// The work that is still with a person: complaints that are not ended, promises of ours, escalations to accept.
struct LeftWork {
  std::vector<std::string> complaints;   ///< that they own, by id
  std::vector<std::string> concerned;    ///< the complaints, owned or not, on which they owe something
  std::set<std::string> decisions = {};  ///< those that they have to review
  std::size_t promises = 0;              ///< open ones that they owe, escalations aside
  std::size_t escalations = 0;           ///< that wait for them
};

LeftWork work_of(Session& session, const std::string& mail);

/// An assignment for each complaint and decision of the work, by which `to` takes over what the leaver owns and owes
/// there.
std::vector<Draft> handover_drafts(Session& session, const LeftWork& work, const std::string& leaver,
                                   const std::string& to, const std::string& why);

}  // namespace crmtrack::session
