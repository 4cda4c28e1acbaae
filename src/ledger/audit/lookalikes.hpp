#pragma once

#include <vector>

#include "git/program/repository.hpp"
#include "ledger/audit/finding.hpp"

namespace crmtrack::ledger {

/// Looks for what makes plain Git show something else than this ledger: a tag, branch, remote or file that
/// `git log ledger` or `git log main` finds before our branch or beside it (gitrevisions(7)), objects that
/// `refs/replace/` puts in the place of others, and parents that `info/grafts` gives to commits. Nothing that crmtrack
/// reads is touched by any of them.
std::vector<Finding> find_lookalikes(const git::Repository& repository);

}  // namespace crmtrack::ledger
