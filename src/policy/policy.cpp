#include "policy/policy.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "policy/dated.hpp"
#include "policy/people_at.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::policy {

namespace {

/// Case, blanks, `-` and `_` make no difference in the name of a level.
std::string loose(std::string_view text) {
  std::string folded = util::fold_case(util::trim(text));
  std::replace_if(
      folded.begin(), folded.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return folded;
}

const Level* find_level_entry(const std::vector<Level>& levels, int level, std::string_view date) {
  return find_newest(
      levels, date, [&](const Level& each) { return each.level == level; });
}

}  // namespace

bool Reason::active_on(std::string_view date) const {
  return (valid_from.empty() || valid_from <= date) && (valid_to.empty() || date < valid_to);
}

const Reason* Policy::find_reason(std::string_view code_or_synonym, std::string_view date) const {
  const auto has_code = [&](const Reason& reason) { return reason.code == code_or_synonym; };
  if (const Reason* const found = find_newest(reasons, date, has_code)) return found;
  const std::string wanted = util::fold_case(util::trim(code_or_synonym));
  return find_newest(reasons, date, [&](const Reason& reason) {
    return std::any_of(reason.synonyms.begin(), reason.synonyms.end(),
                       [&](const std::string& synonym) { return util::fold_case(synonym) == wanted; });
  });
}

const Person* Policy::find_person(std::string_view email_or_name, std::string_view date) const {
  const std::string wanted = util::fold_case(util::trim(email_or_name));
  const auto has_email = [&](const Person& person) { return util::fold_case(person.email) == wanted; };
  if (const Person* const found = find_newest(people, date, has_email)) return found;
  const auto has_name = [&](const Person& person) { return util::fold_case(person.name) == wanted; };
  const Person* const found = wanted.empty() ? nullptr : find_newest(people, date, has_name);
  const bool is_only_one = std::all_of(people.begin(), people.end(), [&](const Person& person) {
    return !has_name(person) || util::fold_case(person.email) == util::fold_case(found->email);
  });
  return found != nullptr && is_only_one ? found : nullptr;
}

const Project* Policy::find_project(std::string_view id, std::string_view date) const {
  return find_newest(
      projects, date, [&](const Project& project) { return project.id == id; });
}

std::string Policy::level_name(int level, std::string_view date) const {
  const Level* const found = find_level_entry(levels, level, date);
  return found != nullptr && !found->name.empty() ? found->name : fmt::format("level {}", level);
}

std::optional<int> Policy::find_level(std::string_view text) const {
  const std::string_view wanted = util::trim(text);
  for (const Level& level : levels)
    if (wanted == std::to_string(level.level) || loose(wanted) == loose(level.name) ||
        loose(wanted) == fmt::format("level {}", level.level))
      return level.level;
  const bool is_digit = wanted.size() == 1 && wanted[0] >= '0' && wanted[0] <= '9';
  return levels.empty() && is_digit ? std::optional(wanted[0] - '0') : std::nullopt;
}

std::vector<std::string> Policy::people_at(std::string_view project, int level, std::string_view date) const {
  return policy::people_at(levels, projects, people, project, level, date);
}

}  // namespace crmtrack::policy
