#pragma once

#include <string>
#include <vector>

#include "session/session.hpp"

namespace crmtrack::session {

/// One thing that doctor looked at.
struct Check {
  std::string name;
  std::string state;  ///< ok, warning or fault
  std::string message;
  std::string mend;  ///< a command, or what to do; empty where all is well
};

/// All checks, in the order in which they matter. None throws: what cannot be looked at is a fault.
std::vector<Check> run_checks(Session& session);

}  // namespace crmtrack::session
