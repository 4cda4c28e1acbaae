#include "command/report/person_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "index/read/select.hpp"
#include "report/key.hpp"
#include "report/person_view.hpp"
#include "session/filter.hpp"
#include "session/rights.hpp"
#include "session/viewing.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

namespace {

bool names_owner(const query::Term& term) { return term.key == "owner" && term.modifier != query::Modifier::none; }

/// How many more complaints there are without the conditions on the owner.
std::size_t count_others(Context& context, const query::Filter& filter) {
  query::Filter everybody = filter;
  std::erase_if(everybody.terms, names_owner);
  const std::size_t theirs = index::count(context.index(), filter, context.moment(filter));
  return index::count(context.index(), everybody, context.moment(everybody)) - theirs;
}

/// The owners that a filter names, whether it selects or leaves them out, the user aside.
std::vector<std::string> other_owners(Context& context, const query::Filter& filter) {
  std::vector<std::string> others;
  for (const query::Term& term : filter.terms) {
    if (!names_owner(term)) continue;
    for (const std::string& value : term.values)
      if (value != "me" && value != "\n" && util::fold_case(value) != util::fold_case(context.me_or_nobody()))
        others.push_back(value);
  }
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  return others;
}

/// A right that nobody was given belongs to everybody.
void require_person_reports(Context& context) {
  const auto& rights = context.policy().rights;
  const bool is_given = std::any_of(rights.begin(), rights.end(), [](const policy::Grant& grant) {
    return grant.right == policy::Right::person_reports;
  });
  if (is_given) session::OwnRights(context).require(policy::Right::person_reports);
}

std::string charter_line(const policy::Charter& charter) {
  if (charter.statement.empty())
    return "policy has no charter that says what records may be used for: crmtrack charter";
  const std::string who =
      charter.signed_by.empty() ? "a draft that nobody has signed" : "signed by " + util::join(charter.signed_by, ", ");
  return fmt::format("records serve to solve problems, not to judge persons ({}): crmtrack charter", who);
}

}  // namespace

std::string open_person_view(Context& context, const std::string& report, const std::vector<std::string>& words) {
  const std::vector<std::string> about = other_owners(context, session::parse_filter(context, words));
  if (about.empty()) return {};
  require_person_reports(context);
  std::string opened = report;
  for (const std::string& word : words) opened += ' ' + word;
  session::record_viewing(context, opened, about);
  return charter_line(context.policy().charter);
}

void guard_person_view(Context& context, const std::vector<std::string>& words, report::Report& report) {
  const std::size_t others = count_others(context, session::parse_filter(context, words));
  if (others > 0 && others < report::kFewestPersons)
    report::withhold_all(report);
  else
    report::withhold_small(report);
}

}  // namespace crmtrack::command
