#pragma once

#include <memory>
#include <string>

#include "index/database.hpp"
#include "ledger/ledger.hpp"
#include "ledger/policy_lineage.hpp"

namespace crmtrack::index {

/// The lineages of policies (ledger::PolicyLineage) as the index keeps them, so that a commit that comes later is
/// numbered without a walk over all of history: every step, and the number of the head and of one commit in 256, from
/// which the others are found.
class LineageStore {
 public:
  /// What the file has; nothing where its tables are new.
  explicit LineageStore(const Database& database);

  [[nodiscard]] const std::shared_ptr<ledger::PolicyLineage>& lineage() const { return lineage_; }
  /// What a range needs to number its commits.
  [[nodiscard]] ledger::LineageReader reader() const;
  /// Keeps what a range has added.
  void save(const ledger::Range& range);

 private:
  const Database& database_;
  std::shared_ptr<ledger::PolicyLineage> lineage_;
  std::size_t saved_ = 1;
};

}  // namespace crmtrack::index
