#include "index/read/promise_condition.hpp"

#include <fmt/format.h>

namespace crmtrack::index {

namespace {

constexpr const char* kUntil = "?3";
constexpr const char* kProject = "?4";
constexpr const char* kCustomer = "?5";
constexpr int kFirstPerson = 6;
/// Whose story it is, where the story is `s` and, for a complaint, `c`.
constexpr const char* kOfCustomer = "CASE s.kind WHEN 1 THEN s.id ELSE c.customer END";

/// `= ?6`, or `IN (?6, ?7)` for several people.
std::string is_one_of(const PromiseSelection& selection) {
  std::string marks;
  for (std::size_t i = 0; i < selection.people.size(); ++i)
    marks += fmt::format("{}?{}", i == 0 ? "" : ", ", kFirstPerson + static_cast<int>(i));
  return selection.people.size() == 1 ? "= " + marks : fmt::format("IN ({})", marks);
}

/// Whether one of them asked for it: the record that the promise arises from is theirs, whoever owns the complaint now.
std::string is_asked_by(const std::string& is) {
  return fmt::format(
      "(p.debtor <> 0 AND p.kind IN ('reply', 'information') AND EXISTS (SELECT 1 FROM records asked WHERE "
      "asked.story = p.story AND asked.id = p.of AND asked.by {}))",
      is);
}

std::string whose_condition(const PromiseSelection& selection) {
  const std::string is = is_one_of(selection);
  switch (selection.whose) {
    case PromiseSelection::Whose::people:
      return fmt::format("(p.who {0} OR p.creditor {0} OR p.owner {0} OR {1})", is, is_asked_by(is));
    case PromiseSelection::Whose::people_or_nobody:
      return fmt::format(
          "(p.who {0} OR p.creditor {0} OR p.owner {0} OR (p.owner IS NULL AND (p.who IS NULL OR p.debtor <> 0)) OR "
          "{1})",
          is, is_asked_by(is));
    case PromiseSelection::Whose::owed_by_people_or_nobody:
      return fmt::format("p.debtor = 0 AND (p.who {0} OR p.owner {0} OR p.owner IS NULL)", is);
    case PromiseSelection::Whose::everybody:
      break;
  }
  return "1";
}

}  // namespace

std::string promise_condition(const PromiseSelection& selection) {
  std::string condition = whose_condition(selection) + place_condition(selection, kOfCustomer);
  if (selection.until) condition += fmt::format(" AND p.due_unix <= {}", kUntil);
  return condition;
}

std::string owner_condition(const PromiseSelection& selection, std::string_view column) {
  if (selection.whose == PromiseSelection::Whose::everybody) return "1";
  if (selection.whose == PromiseSelection::Whose::people) return fmt::format("{} {}", column, is_one_of(selection));
  return fmt::format("({0} {1} OR {0} IS NULL)", column, is_one_of(selection));
}

std::string place_condition(const PromiseSelection& selection, std::string_view customer) {
  std::string condition;
  if (!selection.project.empty()) condition += fmt::format(" AND c.project = {}", kProject);
  if (!selection.customer.empty()) condition += fmt::format(" AND {} = {}", customer, kCustomer);
  return condition;
}

void bind_selection(Statement& statement, const PromiseSelection& selection) {
  const auto bind_named = [&](const char* name, const auto& value) {
    if (const int position = sqlite3_bind_parameter_index(statement.handle(), name); position != 0)
      statement.bind(position, value);
  };
  bind_named("?1", selection.limit ? static_cast<std::int64_t>(*selection.limit) : std::int64_t{-1});
  bind_named("?2", selection.now);
  bind_named(kUntil, selection.until);
  bind_named(kProject, selection.project);
  bind_named(kCustomer, selection.customer);
  if (selection.whose == PromiseSelection::Whose::everybody) return;
  for (std::size_t i = 0; i < selection.people.size(); ++i)
    statement.bind(kFirstPerson + static_cast<int>(i), selection.people[i]);
}

}  // namespace crmtrack::index
