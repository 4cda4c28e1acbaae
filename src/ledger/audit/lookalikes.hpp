#pragma once

#include <vector>

#include "git/program/repository.hpp"
#include "ledger/audit/finding.hpp"

namespace crmtrack::ledger {

/// Finds the references and files that make plain Git show something else than this ledger: a tag, branch, remote or
/// file that `git log ledger` or `git log main` finds before our branch or beside it (gitrevisions(7)), objects that
/// `refs/replace/` puts in the place of others, and parents that `info/grafts` gives to commits. None of them touches
/// what crmtrack reads.
std::vector<Finding> find_lookalikes(const git::Repository& repository);

}  // namespace crmtrack::ledger
