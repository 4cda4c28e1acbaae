#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "session/session.hpp"
#include "session/write.hpp"

namespace crmtrack::session {

/// The work that is still with a person: complaints that are not ended, promises of ours, escalations to accept.
struct LeftWork {
  std::vector<std::string> complaints;  ///< that they own, by id
  std::size_t promises = 0;             ///< open ones that they owe, escalations aside
  std::size_t escalations = 0;          ///< that wait for them
};

LeftWork work_of(Session& session, const std::string& mail);

/// An assignment of each complaint to `to`.
std::vector<Draft> handover_drafts(Session& session, const std::vector<std::string>& complaints, const std::string& to,
                                   const std::string& why);

}  // namespace crmtrack::session
