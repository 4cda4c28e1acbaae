#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ledger/rule/judge.hpp"
#include "ledger/rule/policy_lineage.hpp"

namespace crmtrack::ledger {

/// The lineages (PolicyLineage) of the commits that an audit looks at. Of earlier commits it knows what an earlier
/// audit has remembered. It reads others only where a commit goes by an older policy than main's, so that an audit of
/// the last day costs no more than the last day.
class AuditLineages {
 public:
  explicit AuditLineages(const git::ObjectStore& objects);

  /// Numbers the commits of a walk. `remembered` is the commit up to which an earlier audit has looked (empty: none),
  /// and `policies` are those that it and its ancestors name.
  void number(Walk& walk, const std::string& remembered, const std::vector<std::string>& policies);
  /// The numbering, for the Judge.
  [[nodiscard]] const std::shared_ptr<PolicyLineage>& lineage() const { return lineage_; }
  /// The policies to remember for the walk's last commit: the newest that it and its ancestors name, and those that
  /// main does not have yet.
  [[nodiscard]] std::vector<std::string> newest(Judge& judge) const;

 private:
  std::shared_ptr<PolicyLineage> lineage_;
  std::shared_ptr<LineageFinder> finder_;
  std::optional<git::ObjectId> remembered_;
  PolicyLineage::Number before_ = PolicyLineage::kNone;  ///< of `remembered_`
  PolicyLineage::Number last_ = PolicyLineage::kNone;
};

}  // namespace crmtrack::ledger
