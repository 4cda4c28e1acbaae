#include "story/policy_trial.hpp"

#include <set>

#include "calendar/clock.hpp"
#include "policy/dated.hpp"
#include "policy/targets.hpp"
#include "story/fold/case_facts.hpp"

namespace crmtrack::story {

namespace {

using record::PromiseKind;

TriedPromise try_promise(const Clocks& clocks, const query::Row& facts, PromiseKind kind, util::Instant start) {
  TriedPromise tried{kind, clocks.choose(kind, facts, start), {}, {}};
  if (!tried.choice) return tried;
  const Clock& clock = tried.choice->clock;
  tried.due_at = calendar::due(start, clock.target, clock.calendar, {});
  tried.warn_at = calendar::first_warning(start, clock.target, clock.warn, clock.calendar, {});
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
  for (const PromiseKind kind : policy::kTargetKinds)
    trial.promises.push_back(try_promise(terms.clocks, facts, kind, start));
  // By the day of UTC, as the fold chooses the entries that hold.
  const std::string date = policy::date_of_entries(start);
  trial.levels = levels_for(policy, terms, complaint.text_of("project"), date);
  return trial;
}

}  // namespace crmtrack::story
