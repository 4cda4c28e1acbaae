#include "command/common/report_keys.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "record/vocabulary.hpp"
#include "session/day_zone.hpp"

namespace crmtrack::command {

namespace {

using report::Key;

/// The group of those who own a complaint, and of whom policy names no team.
constexpr std::string_view kNoTeam = "(no team)";
constexpr std::string_view kSmallTeams = "(teams under 5)";

/// The persons of each team by policy today.
std::map<std::string, std::set<std::string>> persons_of_teams(const policy::Policy& policy, const std::string& today) {
  std::map<std::string, std::set<std::string>> teams;
  for (const policy::Person& person : policy.people) {
    const policy::Person* const current = policy.find_person(person.email, today);
    const bool is_gone = current == nullptr || (!current->valid_to.empty() && current->valid_to <= today);
    if (!is_gone && !current->team.empty()) teams[current->team].insert(current->email);
  }
  return teams;
}

/// The team of each complaint's owner, and in `persons` the persons of each team, with owners of whom policy knows
/// none.
std::vector<std::string_view> teams_of(Context& context, const std::vector<std::string_view>& owners,
                                       std::map<std::string, std::set<std::string>>& persons, report::Input& input) {
  const std::string today = util::format_date(input.zone.date_of(input.meta.now));
  persons = persons_of_teams(context.policy(), today);
  std::map<std::string_view, std::string_view> known;
  std::vector<std::string_view> teams;
  teams.reserve(owners.size());
  for (const std::string_view owner : owners) {
    const auto [place, is_new] = known.emplace(owner, "");
    if (is_new && !owner.empty()) {
      const policy::Person* const person = context.policy().find_person(owner, today);
      const bool has_team = person != nullptr && !person->team.empty();
      place->second = input.texts.add_word(has_team ? std::string_view(person->team) : kNoTeam);
      persons[std::string(place->second)].insert(person != nullptr ? person->email : std::string(owner));
    }
    teams.push_back(place->second);
  }
  return teams;
}

/// Gives small teams one name. Whether one is shown does not depend on the filter: all teams of policy are weighed.
void join_small_teams(std::vector<std::string_view>& teams,
                      const std::map<std::string, std::set<std::string>>& persons) {
  std::vector<std::string_view> names;
  std::vector<std::size_t> sizes;
  for (const auto& [team, members] : persons) {
    names.push_back(team);
    sizes.push_back(members.size());
  }
  std::set<std::string_view> joined;
  for (const std::size_t group : report::groups_to_join(sizes)) joined.insert(names[group]);
  for (std::string_view& team : teams)
    if (joined.contains(team)) team = kSmallTeams;
}

report::KeyColumn team_column(Context& context, const std::vector<std::string_view>& owners, report::Input& input) {
  std::map<std::string, std::set<std::string>> persons;
  std::vector<std::string_view> teams = teams_of(context, owners, persons, input);
  join_small_teams(teams, persons);
  return report::make_key_column(teams);
}

template <class ValueOf>
std::vector<std::string_view> values_by(report::Input& input, const ValueOf& value_of) {
  std::vector<std::string_view> values;
  values.reserve(input.cases.size());
  for (const report::Case& item : input.cases) values.push_back(input.texts.add_word(value_of(item)));
  return values;
}

std::vector<std::string_view> mapped_reasons(report::Input& input) {
  std::map<std::string_view, std::string> mapped;
  return values_by(input, [&](const report::Case& item) -> std::string_view {
    const auto [place, is_new] = mapped.emplace(item.reason, "");
    if (is_new) place->second = input.mapped_reason(item.reason);
    return place->second;
  });
}

std::vector<std::string_view> months(report::Input& input) {
  return values_by(
      input,
      [&](const report::Case& item) {
        const auto date = input.zone.date_of(item.received);
        return fmt::format("{:04}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()));
      });
}

report::KeyColumn column_of(Context& context, Key key, const ColumnValues& values, report::Input& input) {
  switch (key) {
    case Key::reason:
      return report::make_key_column(mapped_reasons(input));
    case Key::customer:
      return report::make_key_column(values_by(input, [](const report::Case& item) { return item.customer; }));
    case Key::outcome:
      return report::make_key_column(values_by(input, [](const report::Case& item) { return item.outcome; }));
    case Key::level:
      return report::make_key_column(
          values_by(input, [](const report::Case& item) { return fmt::to_string(item.level); }));
    case Key::month:
      return report::make_key_column(months(input));
    case Key::severity:
      return report::make_key_column(values("severity"), record::kSeverities);
    case Key::team:
      return team_column(context, values("owner"), input);
    default:
      return report::make_key_column(values(report::name_of(key)));
  }
}

}  // namespace

void load_report_key(Context& context, report::Key key, const ColumnValues& values, report::Input& input) {
  if (!input.key(key).is_loaded()) input.key(key) = column_of(context, key, values, input);
}

}  // namespace crmtrack::command
