#pragma once

#include <optional>
#include <string>

#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// Why the branch `ledger` must not move from one commit to another (empty: it must not be deleted); nullopt where the
/// move only adds records. For the hooks that stand before a plain git command of the user's.
std::optional<std::string> find_move_fault(const Ledger& ledger, const Environment& environment,
                                           const std::string& from, const std::string& to);

/// Whether a deletion of a reference's file loses nothing, since `packed-refs` has the same: `git pack-refs` and `git
/// gc` look like that to a hook.
bool is_packed_as_it_is(const Location& location, const std::string& reference);

}  // namespace crmtrack::ledger
