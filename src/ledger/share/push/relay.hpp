#pragma once

#include <string>
#include <vector>

#include "ledger/ledger.hpp"
#include "ledger/share/push/check.hpp"

namespace crmtrack::ledger {

/// The pusher's address, if they have the right `relay` and a push that was taken brought commits of others that are
/// dated before the newest receipt; else empty.
std::string find_relay(const Ledger& ledger, const std::vector<PushedReference>& pushed, const Pusher& pusher);

}  // namespace crmtrack::ledger
