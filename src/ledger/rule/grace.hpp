#pragma once

#include <chrono>
#include <string>

#include "git/program/repository.hpp"

namespace crmtrack::ledger {

/// How long work done offline may take to arrive before anybody is warned: what `settings.yaml` says at a commit of
/// main (empty: the default of 7 days).
std::chrono::seconds grace_of(const git::Repository& repository, const std::string& main_commit);

}  // namespace crmtrack::ledger
