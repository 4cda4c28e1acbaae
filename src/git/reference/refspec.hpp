#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/program/settings.hpp"

namespace crmtrack::git {

/// Where a fetch from this remote puts a branch of it (`refs/heads/ledger` → `refs/remotes/origin/ledger`), by its
/// fetch refspecs. nullopt where they do not bring it, as in a clone of a single branch.
std::optional<std::string> find_tracking_reference(const Settings& settings, const std::string& remote,
                                                   std::string_view branch);
/// The same by a list of refspecs: the first that fits, unless a negative one (`^refs/heads/x`) takes it out.
std::optional<std::string> map_reference(const std::vector<std::string>& refspecs, std::string_view reference);

/// An address as it may be shown: without a password or token.
std::string shown_address(std::string_view url);

}  // namespace crmtrack::git
