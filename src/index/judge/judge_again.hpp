#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index/sqlite/database.hpp"
#include "ledger/ledger.hpp"
#include "ledger/rule/judge.hpp"
#include "story/story.hpp"

namespace crmtrack::index {

/// A record whose judgement another policy in force changes.
struct Rejudged {
  std::int64_t record = 0;  ///< records.key
  std::int64_t story = 0;
  std::string refused;                 ///< empty: it counts now
  std::optional<std::int64_t> rights;  ///< records.rights
};

/// Main at some commit, and what is decided there.
struct PolicyAt {
  const std::string& commit;
  const policy::Policy& policy;
};

/// Of the file's records, those that are judged otherwise when policy moves. A record goes by the policy that its
/// commit names and by newer ones that its ancestors name; only where main lacked one of these before or lacks it now
/// does it matter what is in force, and only such records are read. Rewriting main (`git commit --amend`) takes a
/// commit away, a merge brings one.
std::vector<Rejudged> judge_again(const Database& database, const ledger::Ledger& ledger, const PolicyAt& before,
                                  const PolicyAt& after);

}  // namespace crmtrack::index
