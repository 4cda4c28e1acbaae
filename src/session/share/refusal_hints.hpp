#pragma once

#include <set>
#include <string>
#include <vector>

#include "ledger/share/remotes.hpp"
#include "session/share/sync.hpp"

namespace crmtrack::session {

/// Hints for a branch that the remote refused, the first of `exchanged.rejected`: for that reason alone.
std::vector<std::string> hints_for_rejected(Session& session, const ledger::Remote& remote, const Synced& exchanged,
                                            const SyncOptions& options);
/// Hints for own records that wait for what others recorded, and for these.
std::vector<std::string> hints_for_others(Session& session, const Synced& exchanged, const SyncOptions& options);
/// The hint that names who can send what others recorded; nobody where the policy does not say so.
std::string hint_for_relay(Session& session, const SyncOptions& options);
/// The hint that names who brings a remote what it lost, or never had, of records that were allowed in their time.
std::string hint_for_return(Session& session, const ledger::Remote& remote);
/// The way out for what was recorded here under `exchanged.former`, other addresses of the user.
std::string hint_for_former(const Synced& exchanged);
/// Addresses, as a sentence names them.
std::string names_of(const std::set<std::string>& addresses);
/// Addresses, as a sentence names them, where they are few enough to be named; else empty.
std::string names_of_few(const std::set<std::string>& addresses);

}  // namespace crmtrack::session
