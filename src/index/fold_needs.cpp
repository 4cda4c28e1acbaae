#include "index/fold_needs.hpp"

#include <algorithm>

namespace crmtrack::index {

bool folds_alike(const policy::Policy& before, const policy::Policy& after) {
  const auto same_project = [](const policy::Project& a, const policy::Project& b) {
    return a.id == b.id && a.people == b.people;
  };
  const auto same_person = [](const policy::Person& a, const policy::Person& b) {
    return a.email == b.email && a.name == b.name && a.role == b.role && a.team == b.team && a.valid_to == b.valid_to;
  };
  const auto same_level = [](const policy::Level& a, const policy::Level& b) {
    return a.level == b.level && a.name == b.name && a.role == b.role;
  };
  return std::ranges::equal(before.projects, after.projects, same_project) &&
         std::ranges::equal(before.people, after.people, same_person) &&
         std::ranges::equal(before.levels, after.levels, same_level);
}

std::string stories_depending_on(const policy::Policy& before, const policy::Policy& after) {
  return folds_alike(before, after) ? "SELECT key FROM stories WHERE 0" : "SELECT DISTINCT story FROM escalations";
}

}  // namespace crmtrack::index
