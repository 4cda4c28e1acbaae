#pragma once

#include <optional>
#include <string>

#include "ledger/write/bulk.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// Puts a batch of files on the ledger as one commit, with the policy that it went by. Throws Error(busy) where others
/// keep writing.
void land(Session& session, ledger::Bulk& bulk, ledger::Addition addition);

/// The bytes of a file in the ledger; nullopt where there is none. An empty text for a file that is too large to be a
/// record or an attachment.
std::optional<std::string> find_held_bytes(Session& session, const std::string& head, const std::string& path);

}  // namespace crmtrack::session
