#include "session/word_filter.hpp"

#include <set>

#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "session/policy_edit.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

namespace {

constexpr std::string_view kLeft = "left";
/// A value that no complaint has: where nobody has left, nothing is theirs.
constexpr const char* kNothing = "";

std::vector<std::string> leavers(Session& session) {
  std::set<std::string> mails;
  for (const policy::Person& person : session.policy().people)
    if (has_left(session, person.email)) mails.insert(person.email);
  return mails.empty() ? std::vector<std::string>{kNothing} : std::vector<std::string>{mails.begin(), mails.end()};
}

std::vector<std::string> meaning_of(Session& session, const std::string& key, const std::string& value) {
  if (key == "owner" && value == kLeft) return leavers(session);
  if (key == "customer") return {standing_customer(session, value)};
  return {value};
}

bool compares_whole(const query::Term& term) {
  return term.modifier == query::Modifier::is || term.modifier == query::Modifier::not_;
}

}  // namespace

bool has_left(Session& session, std::string_view mail) {
  const policy::Person* person = session.policy().find_person(mail, today_of(session));
  return person != nullptr && !person->valid_to.empty() && person->valid_to <= today_of(session);
}

query::Filter read_filter(Session& session, const std::vector<std::string>& words) {
  query::Filter filter = parse_filter(session, words);
  for (query::Term& term : filter.terms) {
    if (!compares_whole(term)) continue;
    std::vector<std::string> values;
    for (const std::string& value : term.values)
      for (std::string& meant : meaning_of(session, term.key, value)) values.push_back(std::move(meant));
    term.values = std::move(values);
  }
  return filter;
}

}  // namespace crmtrack::session
