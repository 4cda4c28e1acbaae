#pragma once

#include <set>
#include <string>
#include <vector>

#include "session/share/exchange.hpp"

namespace crmtrack::session {

/// What to do about a branch that the remote refused, the first of `exchanged.rejected`: hints for that reason alone.
std::vector<std::string> hints_for_rejected(Session& session, const ledger::Remote& remote, const Exchanged& exchanged,
                                            const ExchangeOptions& options);
/// What to do about own records that wait for what others recorded, and about these.
std::vector<std::string> hints_for_others(Session& session, const Exchanged& exchanged, const ExchangeOptions& options);
/// Who can send what others recorded; nobody where the policy does not say so.
std::string hint_for_relay(Session& session, const ExchangeOptions& options);
/// Who brings a remote what it lost, or never had, of records that were allowed in their time.
std::string hint_for_return(Session& session, const ledger::Remote& remote);
/// The way out for what was recorded here under `exchanged.former`, other addresses of the user.
std::string hint_for_former(const Exchanged& exchanged);
/// Addresses, as a sentence names them.
std::string names_of(const std::set<std::string>& addresses);
/// Likewise, where they are few enough to be named; else empty.
std::string names_of_few(const std::set<std::string>& addresses);

}  // namespace crmtrack::session
