#pragma once

#include <map>
#include <set>
#include <string>

#include "session/session.hpp"

namespace crmtrack::session {

/// Who put files there, by their paths, as the commits up to `head` say: `eve@example.com, commit 83a086612e`. Reads
/// the whole history: nobody waits for it but who has to ask somebody.
std::map<std::string, std::string> find_adders(Session& session, const std::string& head,
                                               const std::set<std::string>& paths);
/// Who put one file there; empty where nobody is known.
std::string find_adder(Session& session, const std::string& head, const std::string& path);

}  // namespace crmtrack::session
