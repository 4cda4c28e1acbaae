#pragma once

#include <string>
#include "session/session.hpp"

namespace crmtrack::session {

/// `hook install --server`: makes a repository that others push to refuse what the rules forbid. `identity` names the
/// environment variable that says who pushes (empty: nobody does). Throws Error(refused) where there is a pre-receive
/// hook already.
int install_server_hook(Session& session, const std::string& identity);

/// Runs the pre-receive hook on the lines that Git gives it, and refuses the push (not 0) where the rules do.
/// `identity` names the environment variable that says who pushes.
int run_pre_receive(Session& session, const std::string& identity, const std::string& input);

}  // namespace crmtrack::session
