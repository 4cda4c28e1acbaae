#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "policy/dated.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::policy {

/// Who stands at an escalation level for a project (Policy::people_at), by any lists whose entries have the fields that
/// this reads: levels `level`, `role`; projects `id`, `manager`, `people`; people `email`, `role`, `valid_to`; all of
/// them `from`.
template <class Levels, class Projects, class People>
std::vector<std::string> people_at(const Levels& levels, const Projects& projects, const People& people,
                                   std::string_view project, int level, std::string_view date) {
  const auto* const own = find_newest(projects, date, [&](const auto& each) { return each.id == project; });
  if (own != nullptr) {
    if (const auto found = own->people.find(level); found != own->people.end() && !found->second.empty())
      return found->second;
  }
  const auto* const entry = find_newest(levels, date, [&](const auto& each) { return each.level == level; });
  if (entry == nullptr || entry->role.empty()) return {};
  if (entry->role == kProjectManagerRole && own != nullptr && !own->manager.empty()) return {own->manager};
  std::vector<std::string> found;
  for (const auto& person : people) {
    if (person.role != entry->role) continue;
    const bool is_retired = !person.valid_to.empty() && (date.empty() || person.valid_to <= date);
    if (is_retired) continue;
    const std::string email = util::fold_case(util::trim(person.email));
    const auto* const current =
        find_newest(people, date, [&](const auto& each) { return util::fold_case(each.email) == email; });
    if (current == &person) found.push_back(person.email);
  }
  return found;
}

}  // namespace crmtrack::policy
