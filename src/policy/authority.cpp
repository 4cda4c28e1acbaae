#include "policy/authority.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "policy/dated.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::policy {

namespace {

/// Addresses come from commits: anything may stand there.
constexpr std::size_t kLongestShown = 100;
constexpr std::size_t kMostNamed = 5;

std::string shown(std::string_view author) {
  if (author.empty()) return "somebody without an address";
  return util::visible_line(author.substr(0, kLongestShown));
}

bool has_left(const Person& person, std::string_view date) {
  return !person.valid_to.empty() && (date.empty() || person.valid_to <= date);
}

std::string joined(const std::vector<std::string>& words) {
  std::vector<std::string> first(words.begin(),
                                 words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), kMostNamed)));
  if (words.size() > kMostNamed) first.push_back(fmt::format("{} more", words.size() - kMostNamed));
  return util::join(first, ", ");
}

bool holds_role(const Grant& grant, const Person& person) {
  return std::find(grant.roles.begin(), grant.roles.end(), person.role) != grant.roles.end();
}

}  // namespace

Authority::Authority(std::vector<Person> people, std::vector<Grant> grants) : grants_(std::move(grants)) {
  dated_ = std::any_of(grants_.begin(), grants_.end(), [](const Grant& grant) { return !grant.from.empty(); }) ||
           std::any_of(people.begin(), people.end(),
                       [](const Person& person) { return !person.from.empty() || !person.valid_to.empty(); });
  for (Person& person : people) people_[util::fold_case(person.email)].push_back(std::move(person));
}

const Person* Authority::find(std::string_view author, std::string_view date) const {
  const auto found = people_.find(util::fold_case(author));
  if (found == people_.end()) return nullptr;
  return find_newest(found->second, date, [](const Person&) { return true; });
}

const Grant* Authority::find_grant(Right right, std::string_view date) const {
  return find_newest(
      grants_, date, [&](const Grant& grant) { return grant.right == right; });
}

std::optional<std::string> Authority::stranger(std::string_view author, std::string_view date) const {
  if (people_.empty()) return std::nullopt;
  const Person* const person = find(author, date);
  if (person == nullptr) return fmt::format("{} is not in people.yaml", shown(author));
  if (!has_left(*person, date)) return std::nullopt;
  return fmt::format("{} has left: people.yaml says so from {} on", shown(author), person->valid_to);
}

std::optional<std::string> Authority::refusal(std::string_view author, Right right, std::string_view date) const {
  if (auto why = stranger(author, date)) return why;
  const Grant* const grant = find_grant(right, date);
  if (grant == nullptr) {
    if (right != Right::relay) return std::nullopt;
    return fmt::format("{} may not {}: rights.yaml gives that to nobody", shown(author), words_of(right));
  }
  const Person* const person = find(author, date);
  if (person != nullptr && holds_role(*grant, *person)) return std::nullopt;
  return fmt::format("{} may not {}: rights.yaml gives that to {}", shown(author), words_of(right),
                     grant->roles.empty() ? "nobody" : joined(grant->roles));
}

std::optional<std::string> Authority::refusal(std::string_view author, const RightSet& needed,
                                              std::string_view date) const {
  if (needed.none()) return stranger(author, date);
  for (const Right right : kRights) {
    if (!contains(needed, right)) continue;
    if (auto why = refusal(author, right, date)) return why;
  }
  return std::nullopt;
}

std::string Authority::holders(Right right, std::string_view date) const {
  const Grant* const grant = find_grant(right, date);
  if (grant == nullptr) return right == Right::relay ? "nobody" : "";
  std::vector<std::string> people;
  for (const auto& [mail, entries] : people_) {
    const Person* const person = find_newest(entries, date, [](const Person&) { return true; });
    if (person != nullptr && !has_left(*person, date) && holds_role(*grant, *person)) people.push_back(person->email);
  }
  return people.empty() ? "nobody" : joined(people);
}

bool operator==(const Authority& a, const Authority& b) {
  const auto same_person = [](const Person& x, const Person& y) {
    return std::tie(x.email, x.role, x.valid_to, x.from) == std::tie(y.email, y.role, y.valid_to, y.from);
  };
  const auto same_grant = [](const Grant& x, const Grant& y) {
    return std::tie(x.right, x.roles, x.from) == std::tie(y.right, y.roles, y.from);
  };
  const auto same_entries = [&](const auto& x, const auto& y) {
    return x.first == y.first && std::ranges::equal(x.second, y.second, same_person);
  };
  return std::ranges::equal(a.people_, b.people_, same_entries) && std::ranges::equal(a.grants_, b.grants_, same_grant);
}

std::string authority_date(util::Instant time) {
  return util::format_date(std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(time)});
}

}  // namespace crmtrack::policy
