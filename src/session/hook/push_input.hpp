#pragma once

#include <string>
#include <vector>

#include "ledger/share/push/check.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// Reads the lines that Git gives a server's hooks of a push: `<old> <new> <reference>`, where zeros stand for nothing.
std::vector<ledger::PushedReference> read_push(const std::string& input);

/// Who pushes, by the environment variable of that name (empty: the server does not say). Throws Error(refused) where
/// it is not set.
ledger::Pusher get_pusher(Session& session, const std::string& identity);

}  // namespace crmtrack::session
