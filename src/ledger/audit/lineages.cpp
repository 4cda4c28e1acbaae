#include "ledger/audit/lineages.hpp"

#include <algorithm>
#include <unordered_set>

namespace crmtrack::ledger {

AuditLineages::AuditLineages(const git::ObjectStore& objects) : lineage_(std::make_shared<PolicyLineage>()) {
  finder_ = std::make_shared<LineageFinder>(objects, *lineage_, nullptr);
  lineage_->read_with([finder = finder_](const git::ObjectId& commit) { return finder->find(commit); });
}

void AuditLineages::number(Walk& walk, const std::string& remembered, const std::vector<std::string>& policies) {
  remembered_ = git::parse_object_id(remembered);
  for (const std::string& policy : policies)
    if (remembered_) before_ = lineage_->next({&before_, 1}, policy);
  number_lineages(walk, *lineage_, [this](const git::ObjectId& commit) {
    return commit == remembered_ ? before_ : lineage_->of_unread(commit);
  });
  last_ = walk.commits.empty() ? before_ : walk.commits.back().lineage;
}

std::vector<std::string> AuditLineages::newest(Judge& judge) const {
  constexpr std::size_t kMostKept = 1000;
  std::vector<std::string> kept;
  // One that was never in force comes after nothing.
  const auto is_after = [&](const std::string& newer, const std::string& older) {
    return newer == older || (judge.was_in_force(newer) && judge.history()->contains(newer, older));
  };
  const auto keep = [&](const std::string& policy) {
    const auto has_it = [&](const std::string& each) { return is_after(each, policy); };
    if (policy.empty() || kept.size() == kMostKept || std::ranges::any_of(kept, has_it)) return;
    std::erase_if(kept, [&](const std::string& each) { return is_after(policy, each); });
    kept.push_back(policy);
  };
  std::unordered_set<PolicyLineage::Number> seen;
  std::vector<PolicyLineage::Number> waiting{last_};
  while (!waiting.empty()) {
    const PolicyLineage::Number number = waiting.back();
    waiting.pop_back();
    if (!seen.insert(number).second) continue;
    // An unread commit lies before the remembered one, whose policies are among these.
    const PolicyLineage::Stage& stage = lineage_->peek(number);
    keep(stage.policy);
    waiting.insert(waiting.end(), stage.before.begin(), stage.before.end());
  }
  return kept;
}

}  // namespace crmtrack::ledger
