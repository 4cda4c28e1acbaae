#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"
#include "query/filter_match.hpp"
#include "record/vocabulary.hpp"

namespace crmtrack::story {

/// The ladders of a policy, ready to be asked for each promise (crmtrack-ladders(5)). Two of equal content compare
/// equal.
class Ladders {
 public:
  Ladders() = default;
  explicit Ladders(std::vector<policy::Ladder> ladders) : ladders_(std::move(ladders)) {}

  /// The ladder of a promise of this kind that began on a date, for a complaint of these facts; null where none fits.
  [[nodiscard]] const policy::Ladder* find(record::PromiseKind kind, const query::Row& facts,
                                           std::string_view date) const;
  /// The next level above one to which a ladder that fits the complaint leads.
  [[nodiscard]] std::optional<int> level_above(int level, const query::Row& facts, std::string_view date) const;

  friend bool operator==(const Ladders& a, const Ladders& b);

 private:
  [[nodiscard]] bool holds(const policy::Ladder& ladder, const query::Row& facts, std::string_view date) const;

  std::vector<policy::Ladder> ladders_;
};

}  // namespace crmtrack::story
