#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "policy/policy.hpp"
#include "story/clocks.hpp"
#include "story/complaint.hpp"
#include "story/customer_facts.hpp"
#include "story/terms.hpp"

namespace crmtrack::story {

/// A rung of the ladder of a promise, and when it would be crossed.
struct TriedRung {
  util::Instant at;
  std::int64_t share = 0;    ///< in hundredths of a percent
  std::optional<int> level;  ///< none: the owner is told
};

/// The ladder that applies to a promise.
struct TriedLadder {
  std::optional<yaml::Mark> entry;  ///< of ladders.yaml; none where no entry of it is the ladder
  std::vector<TriedRung> rungs;     ///< by time
};

/// A promise of some kind that would begin at the time of a trial.
struct TriedPromise {
  record::PromiseKind kind = record::PromiseKind::acknowledge;
  std::optional<ClockChoice> choice;  ///< none: nobody owes it by policy
  std::optional<util::Instant> warn_at, due_at;
  std::optional<TriedLadder> ladder;  ///< none: nothing happens when it breaks
};

/// An escalation level in use, and who stands there for the complaint's project.
struct TriedLevel {
  int level = 0;
  std::string name, role;
  std::vector<std::string> people;
};

/// Policy asked about one complaint, without writing anything: which entries apply at a time, and what they make due.
struct PolicyTrial {
  util::Instant start;  ///< when each promise would begin
  std::vector<TriedPromise> promises;
  std::vector<TriedLevel> levels;
};

/// Asks the policy that `terms` are of; `customers` has the complaint's. Pauses are not looked at: they are the
/// story's, not policy's.
PolicyTrial try_policy(const policy::Policy& policy, const Terms& terms, const Complaint& complaint,
                       const CustomerBook& customers, util::Instant start);

}  // namespace crmtrack::story
