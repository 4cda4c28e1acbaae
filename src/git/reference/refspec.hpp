#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/program/settings.hpp"

namespace crmtrack::git {

/// The reference into which a fetch from this remote puts one of its branches (`refs/heads/ledger` →
/// `refs/remotes/origin/ledger`), by the remote's fetch refspecs. nullopt where they do not bring it, as in a clone of
/// a single branch.
std::optional<std::string> find_tracking_reference(const Settings& settings, const std::string& remote,
                                                   std::string_view branch);
/// The reference to which a list of refspecs maps another one: by the first that fits, unless a negative one
/// (`^refs/heads/x`) takes it out.
std::optional<std::string> map_reference(const std::vector<std::string>& refspecs, std::string_view reference);

/// An address as it may be shown: without a password or token.
std::string shown_address(std::string_view url);

}  // namespace crmtrack::git
