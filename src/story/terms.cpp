#include "story/terms.hpp"

#include "policy/people_at.hpp"
#include "util/error.hpp"
#include "util/zone.hpp"

namespace crmtrack::story {

std::vector<std::string> Terms::people_at(std::string_view project, int level, std::string_view date) const {
  return policy::people_at(levels, projects, people, project, level, date);
}

namespace {

/// Every reader folds alike, so a zone that this machine lacks is UTC, not the machine's own.
util::Zone zone_of(const policy::Policy& policy) {
  if (policy.settings.zone.empty()) return util::Zone::utc();
  try {
    return util::Zone::load(policy.settings.zone);
  } catch (const util::Error&) {
    return util::Zone::utc();
  }
}

}  // namespace

Terms terms_of(const policy::Policy& policy) {
  Terms terms;
  for (const policy::Level& level : policy.levels) terms.levels.push_back({level.level, level.role, level.from});
  for (const policy::Person& person : policy.people)
    terms.people.push_back({person.email, person.role, person.valid_to, person.from});
  for (const policy::Project& project : policy.projects)
    terms.projects.push_back({project.id, project.manager, project.people, project.from});
  const util::Zone zone = zone_of(policy);
  terms.clocks = Clocks(policy, zone);
  terms.ladders = Ladders(policy.ladders);
  terms.silence = {policy.silence_days, zone};
  return terms;
}

}  // namespace crmtrack::story
