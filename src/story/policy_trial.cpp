#include "story/policy_trial.hpp"

#include <set>

#include "calendar/clock.hpp"
#include "policy/dated.hpp"
#include "policy/ladders.hpp"
#include "policy/targets.hpp"
#include "story/fold/case_facts.hpp"

namespace crmtrack::story {

namespace {

using record::PromiseKind;

/// The part of a trial that is alike for all promises.
struct Ground {
  const Terms& terms;
  const query::Row& facts;
  int level;
  util::Instant start;
  std::string date;  ///< by which entries are chosen
};

/// The level that a rung leads to. The outer option is empty where there is none above the present one.
std::optional<std::optional<int>> level_of(const policy::LadderRung& rung, const Ground& ground) {
  using To = policy::LadderRung::To;
  if (rung.to == To::owner) return std::optional<int>();
  if (rung.to == To::level) return std::optional(rung.level);
  const auto above = ground.terms.ladders.level_above(ground.level, ground.facts, ground.date);
  return above ? std::optional(above) : std::nullopt;
}

std::optional<TriedLadder> try_ladder(const TriedPromise& tried, const Ground& ground) {
  if (!policy::is_ours(tried.kind)) return std::nullopt;
  const policy::Ladder* const ladder = ground.terms.ladders.find(tried.kind, ground.facts, ground.date);
  if (ladder == nullptr) return std::nullopt;
  TriedLadder found;
  if (ladder != &policy::ladder_of_accept()) found.entry = ladder->mark;
  const Clock& clock = tried.choice->clock;
  for (const policy::LadderRung& rung : ladder->rungs) {
    const auto level = level_of(rung, ground);
    const auto at = calendar::rung_at(ground.start, clock.target, rung.share, clock.calendar, {});
    if (level && at) found.rungs.push_back({*at, rung.share, *level});
  }
  return found;
}

TriedPromise try_promise(const Ground& ground, PromiseKind kind) {
  TriedPromise tried{kind, ground.terms.clocks.choose(kind, ground.facts, ground.start), {}, {}, {}};
  if (!tried.choice) return tried;
  const Clock& clock = tried.choice->clock;
  tried.due_at = calendar::due(ground.start, clock.target, clock.calendar, {});
  tried.warn_at = calendar::first_warning(ground.start, clock.target, clock.warn, clock.calendar, {});
  tried.ladder = try_ladder(tried, ground);
  return tried;
}

std::vector<TriedLevel> levels_for(const policy::Policy& policy, const Terms& terms, const std::string& project,
                                   const std::string& date) {
  std::set<int> numbers;
  for (const policy::Level& each : policy.levels) numbers.insert(each.level);
  std::vector<TriedLevel> levels;
  for (const int number : numbers) {
    const auto* const entry =
        policy::find_newest(policy.levels, date, [&](const policy::Level& each) { return each.level == number; });
    const bool is_used = entry != nullptr && (entry->valid_to.empty() || date < entry->valid_to);
    if (is_used) levels.push_back({number, entry->name, entry->role, terms.people_at(project, number, date)});
  }
  return levels;
}

}  // namespace

PolicyTrial try_policy(const policy::Policy& policy, const Terms& terms, const Complaint& complaint,
                       const CustomerBook& customers, util::Instant start) {
  PolicyTrial trial{start, {}, {}};
  const CaseFacts facts(complaint, customers);
  // By the day of UTC, as the fold chooses the entries that hold.
  const Ground ground{terms, facts, complaint.level, start, policy::date_of_entries(start)};
  for (const PromiseKind kind : policy::kTargetKinds) trial.promises.push_back(try_promise(ground, kind));
  trial.levels = levels_for(policy, terms, complaint.text_of("project"), ground.date);
  return trial;
}

}  // namespace crmtrack::story
