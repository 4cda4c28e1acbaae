#pragma once

#include <set>
#include <string>

#include "git/reference/location.hpp"
#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// Other addresses under which the user of this clone has recorded in it, by the log of the branch: a user.email that
/// was wrong, or none. In lower case. Leaves out addresses that the directory of people lists, here or at the upstream.
std::set<std::string> find_former_addresses(const Ledger& ledger, const git::Location& location,
                                            const std::string& present);

}  // namespace crmtrack::ledger
