#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/database.hpp"
#include "ledger/judge.hpp"

namespace crmtrack::index {

/// A record whose judgement another policy in force changes.
struct Rejudged {
  std::int64_t record = 0;  ///< records.key
  std::int64_t story = 0;
  std::string refused;  ///< empty: it counts now
};

/// Main at some commit, and what is decided there.
struct PolicyAt {
  const std::string& commit;
  const policy::Policy& policy;
};

/// Of the file's records, those that are judged otherwise when policy moves. A record goes by the policy that its
/// commit names; only where main has no such commit, before or after, does it matter what is in force, and only such
/// records are read. Rewriting main (`git commit --amend`) takes a commit away, a merge brings one.
std::vector<Rejudged> judge_again(const Database& database, const ledger::Ledger& ledger, const PolicyAt& before,
                                  const PolicyAt& after);

}  // namespace crmtrack::index
