#pragma once

#include <string>

#include "git/reference/location.hpp"

namespace crmtrack::ledger {

/// Whether a deletion of a reference's file loses nothing, since `packed-refs` has the same: `git pack-refs` and `git
/// gc` look like that to a hook.
bool is_packed_as_it_is(const git::Location& location, const std::string& reference);

}  // namespace crmtrack::ledger
