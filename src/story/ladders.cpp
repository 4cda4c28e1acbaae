#include "story/ladders.hpp"

#include <algorithm>

#include "policy/ladders.hpp"
#include "record/filter_keys.hpp"

namespace crmtrack::story {

using policy::Ladder;
using policy::LadderRung;

/// Whether a ladder has come, no later one has replaced it, and its filter selects the complaint.
bool Ladders::holds(const Ladder& ladder, const query::Row& facts, std::string_view date) const {
  if (ladder.from > date) return false;
  const bool is_replaced = std::any_of(ladders_.begin(), ladders_.end(), [&](const Ladder& other) {
    return other.filter_text == ladder.filter_text && other.promises == ladder.promises && other.from > ladder.from &&
           other.from <= date;
  });
  return !is_replaced && (ladder.filter.terms.empty() || query::matches(ladder.filter, facts, record::fact_keys(), {}));
}

const Ladder* Ladders::find(record::PromiseKind kind, const query::Row& facts, std::string_view date) const {
  for (const Ladder& ladder : ladders_)
    if (policy::covers(ladder, kind) && holds(ladder, facts, date)) return &ladder;
  return kind == record::PromiseKind::accept ? &policy::ladder_of_accept() : nullptr;
}

std::optional<int> Ladders::level_above(int level, const query::Row& facts, std::string_view date) const {
  std::optional<int> next;
  for (const Ladder& ladder : ladders_) {
    if (!holds(ladder, facts, date)) continue;
    for (const LadderRung& rung : ladder.rungs)
      if (rung.to == LadderRung::To::level && rung.level > level && (!next || rung.level < *next)) next = rung.level;
  }
  return next;
}

bool operator==(const Ladders& a, const Ladders& b) {
  return std::ranges::equal(
      a.ladders_, b.ladders_,
      [](const Ladder& one, const Ladder& other) {
        return one.filter_text == other.filter_text && one.promises == other.promises && one.rungs == other.rungs &&
               one.from == other.from;
      });
}

}  // namespace crmtrack::story
