#pragma once

#include <string>
#include <string_view>

#include "git/object/object_id.hpp"
#include "ledger/audit/finding.hpp"
#include "ledger/rule/policy_lineage.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {

/// A file that a commit added, and the facts about the commit.
struct AuditedFile {
  std::string_view path;
  git::ObjectId blob, commit;
  util::Instant time;
  std::string_view author;
  std::string_view policy;                               ///< the policy that its commit names; may be empty
  PolicyLineage::Number lineage = PolicyLineage::kNone;  ///< of its commit
  bool unfounded = false;                                ///< see Range::unfounded
  bool again = false;  ///< an earlier audit has looked at it; only later losses matter now

  [[nodiscard]] Finding blame(FindingKind kind, std::string message) const {
    return {kind, severity_of(kind), commit.hex(), std::string(path), std::string(author), time, std::move(message)};
  }
};

}  // namespace crmtrack::ledger
