#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/write/bulk.hpp"
#include "record/path.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// Puts a batch of files on the ledger as one commit, with the policy that it went by. Throws Error(busy) where others
/// keep writing.
void land(Session& session, ledger::Bulk& bulk, ledger::Addition addition);

/// The bytes of a file in the ledger; nullopt where there is none. An empty text for a file that is too large to be a
/// record or an attachment.
std::optional<std::string> find_held_bytes(Session& session, const std::string& head, const std::string& path);

/// The path of a record that keeps a new complaint out of its folder, where the server would refuse it there
/// (remainder.hpp); nullopt where nothing does. `added` are the ids of the records that come.
std::optional<std::string> find_part_in_the_way(Session& session, const std::string& head,
                                                const record::StoryRef& story, const std::vector<std::string>& added);

}  // namespace crmtrack::session
