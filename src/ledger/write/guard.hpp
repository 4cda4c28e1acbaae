#pragma once

#include <optional>
#include <string>

#include "git/reference/location.hpp"
#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// Whether a deletion of a reference's file loses nothing, since `packed-refs` has the same: `git pack-refs` and `git
/// gc` look like that to a hook.
bool is_packed_as_it_is(const git::Location& location, const std::string& reference);

/// The reason why the branch `ledger` must not move from one commit to another (empty: must not be deleted); nullopt
/// where the move only adds records. For the hooks before a plain git command of the user's.
std::optional<std::string> find_move_fault(const Ledger& ledger, const std::string& from, const std::string& to);

}  // namespace crmtrack::ledger
