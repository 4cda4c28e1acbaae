#pragma once

#include <string>
#include "session/session.hpp"

namespace crmtrack::session {

/// `hook install --server`: makes a repository that others push to refuse what the rules forbid. `identity` names the
/// environment variable that says who pushes (empty: nobody does). Throws Error(refused) where there is a pre-receive
/// hook already.
int install_server_hook(Session& session, const std::string& identity);

/// What the hook does with what Git tells it: `identity` is the name of that variable.
int run_pre_receive(Session& session, const std::string& identity, const std::string& input);

}  // namespace crmtrack::session
