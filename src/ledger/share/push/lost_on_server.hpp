#pragma once

#include <optional>
#include <string>

#include "ledger/share/push/receipt.hpp"

namespace crmtrack::ledger {

/// A ledger that is not in a repository any more, though the server's receipts name it.
struct LostOnServer {
  git::ObjectId head;     ///< the newest that is known
  util::Instant time{};   ///< of the receipt that names it
  bool is_whole = false;  ///< whether all that it has is still here
};
/// Finds a lost ledger. nullopt where the branch is there, or no receipt names one.
std::optional<LostOnServer> find_lost_on_server(const git::Repository& repository);

/// The reason why a server that lost its ledger does not take the ledger `newer` in its place: none of the heads that
/// its receipts name is in it. nullopt where the server takes it.
std::optional<std::string> find_foreign_ledger(const git::Repository& repository, const std::string& newer);

}  // namespace crmtrack::ledger
