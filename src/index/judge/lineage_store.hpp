#pragma once

#include <memory>
#include <string>

#include "index/sqlite/database.hpp"
#include "ledger/read/read_range.hpp"
#include "ledger/rule/policy_lineage.hpp"

namespace crmtrack::index {

/// The lineages of policies (ledger::PolicyLineage) as the index keeps them, so that a later commit is numbered without
/// a walk over all of history. It keeps every stage, and the numbers of the head and of one commit in 256, from which
/// the others are found.
class LineageStore {
 public:
  /// Reads the lineages of the file; none where its tables are new.
  explicit LineageStore(const Database& database);

  [[nodiscard]] const std::shared_ptr<ledger::PolicyLineage>& lineage() const { return lineage_; }
  /// A reader by which a range numbers its commits.
  [[nodiscard]] ledger::LineageReader reader() const;
  /// Keeps the lineages that a range has added.
  void save(const ledger::Range& range);

 private:
  const Database& database_;
  std::shared_ptr<ledger::PolicyLineage> lineage_;
  std::size_t saved_ = 1;
};

}  // namespace crmtrack::index
