#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "query/filter_match.hpp"
#include "story/complaint.hpp"
#include "story/fold/route.hpp"
#include "story/terms.hpp"

namespace crmtrack::story {

/// When a promise crosses each share of its target, in its own elapsed time; none while its clock stands still for
/// good, and without a due time. Where somebody stated the date, the target is the open time from its start to that
/// date.
std::vector<std::optional<util::Instant>> rung_times(const Promise& promise, std::span<const std::int64_t> shares,
                                                     const Clocks& clocks, const query::Row& facts);

/// The rungs of a complaint's promises (crmtrack-ladders(5)): worked out when the story is folded, so that `tick` looks
/// only at the complaints that have crossed one.
class DueRungs {
 public:
  DueRungs(const Complaint& complaint, const Terms& terms, const query::Row& facts, const Route& route)
      : complaint_(complaint), terms_(terms), facts_(facts), route_(route) {}

  /// Those that no record has taken yet, by time; `taken` has the keys of the records that count.
  [[nodiscard]] std::vector<DueRung> find(const std::set<std::string, std::less<>>& taken) const;
  /// The rung of a promise that leads to a level, or to its owner; none where the ladder in force has no such rung.
  [[nodiscard]] std::optional<DueRung> find_rung(std::size_t promise, std::optional<int> level) const;

 private:
  [[nodiscard]] std::vector<DueRung> rungs_of(std::size_t promise) const;
  [[nodiscard]] std::optional<int> level_of(const policy::LadderRung& rung, const Promise& promise,
                                            std::string_view date) const;

  const Complaint& complaint_;
  const Terms& terms_;
  const query::Row& facts_;
  const Route& route_;
};

}  // namespace crmtrack::story
