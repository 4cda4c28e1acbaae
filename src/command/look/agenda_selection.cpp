#include "command/look/agenda_selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "command/common/list_options.hpp"
#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "util/when.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

/// The addresses of a team's people who are here today. Throws Error(refused) where there is no such team.
std::vector<std::string> get_team(Context& context, const std::string& team) {
  const std::string today = session::policy_date(context);
  std::vector<std::string> people;
  std::set<std::string> teams;
  for (const policy::Person& person : context.policy().people) {
    const policy::Person* const current = context.policy().find_person(person.email, today);
    if (current == nullptr || current->team.empty()) continue;
    teams.insert(current->team);
    const bool left = !current->valid_to.empty() && current->valid_to <= today;
    if (!left && util::fold_case(current->team) == util::fold_case(team)) people.push_back(current->email);
  }
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  if (!people.empty()) return people;
  const std::vector<std::string> known(teams.begin(), teams.end());
  std::vector<std::string> hints;
  if (const auto near = util::nearest(team, known); !near.empty())
    hints.push_back("did you mean " + util::join(near, " or ") + "?");
  hints.push_back(known.empty() ? "give somebody a team: crmtrack person edit MAIL --team TEAM"
                                : "teams: " + util::join(known, ", "));
  throw Error(ErrorKind::refused, fmt::format("cannot show the agenda of team '{}': nobody of policy is in it", team),
              std::move(hints));
}

/// Refuses what means two things at once.
void require_one_meaning(const Invocation& invocation) {
  const bool person = !invocation.positionals.empty();
  if (invocation.has("all") && person) throw Error(ErrorKind::usage, "cannot show the agenda of one person and of all");
  if (invocation.has("team") && (person || invocation.has("all")))
    throw Error(ErrorKind::usage,
                fmt::format("cannot show the agenda of a team and of {}", person ? "a person" : "all"));
}

void read_people(Context& context, const Invocation& invocation, index::PromiseSelection& selection) {
  using Whose = index::PromiseSelection::Whose;
  if (invocation.has("all")) return;
  if (const auto team = invocation.find("team")) {
    selection.whose = Whose::people;
    selection.people = get_team(context, *team);
    return;
  }
  const bool named = !invocation.positionals.empty();
  if (!named && (invocation.has("project") || invocation.has("customer"))) return;
  selection.whose = named ? Whose::people : Whose::people_or_nobody;
  selection.people = {resolve_person(context, named ? invocation.positionals.front() : "me")};
}

}  // namespace

index::PromiseSelection read_agenda_selection(Context& context, const Invocation& invocation) {
  require_one_meaning(invocation);
  index::PromiseSelection selection;
  selection.now = context.now();
  if (const auto limit = limit_of(invocation)) selection.limit = std::max<std::size_t>(*limit, 1);  // --check needs one
  read_people(context, invocation, selection);
  if (const auto project = invocation.find("project")) selection.project = session::resolve_project(context, *project);
  if (const auto customer = invocation.find("customer"))
    selection.customer = session::resolve_known_customer(context, *customer);
  if (const auto day = invocation.find("until"))
    selection.until = util::parse_when(*day, context.now(), context.zone(), true).utc;
  return selection;
}

}  // namespace crmtrack::command
