#include "ledger/audit/policies.hpp"

#include <fmt/format.h>

#include <unordered_map>

#include "ledger/read/range.hpp"

namespace crmtrack::ledger {

void audit_policies(const AuditedHistory& history, Judge& judge, std::vector<Finding>& findings) {
  MainHistory* const main = judge.history();
  if (main == nullptr) return;
  std::unordered_map<std::uint32_t, bool> known;  // by the number of the policy in the walk
  std::size_t naming = 0, absent = 0;
  for (const Range::Commit& commit : history.walk.commits) {
    const std::string& policy = history.walk.policies[commit.policy];
    if (policy.empty()) continue;
    const auto [place, is_new] = known.try_emplace(commit.policy, false);
    if (is_new) place->second = main->has(policy);
    ++naming;
    if (!place->second) ++absent;
  }
  if (absent * 2 <= naming) return;
  findings.push_back({FindingKind::policy_unknown, severity_of(FindingKind::policy_unknown), "", "", "", std::nullopt,
                      fmt::format("main lacks the policy that {} of {} commits of the ledger name: it is not the main "
                                  "by which they were written",
                                  absent, naming)});
}

}  // namespace crmtrack::ledger
