#include "session/person_word.hpp"

#include <fmt/format.h>

#include <set>

#include "util/error.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::session {

namespace {

/// The addresses whose part before the `@` is the word. A person has one address, in however many dated entries.
std::set<std::string> addresses_before_at(const policy::Policy& policy, std::string_view word) {
  const std::string wanted = util::fold_case(util::trim(word));
  std::set<std::string> found;
  for (const policy::Person& person : policy.people)
    if (const std::size_t at = person.email.find('@');
        at != std::string::npos && !wanted.empty() && util::fold_case(person.email.substr(0, at)) == wanted)
      found.insert(person.email);
  return found;
}

}  // namespace

const policy::Person* find_person_by_word(Session& session, std::string_view word) {
  const policy::Policy& policy = session.policy();
  const std::string today = util::format_date(session.zone().date_of(session.now()));
  const policy::Person* found = policy.find_person(word, today);
  if (found == nullptr) found = policy.find_person(word);
  if (found != nullptr) return found;
  const std::set<std::string> addresses = addresses_before_at(policy, word);
  if (addresses.empty()) return nullptr;
  if (addresses.size() > 1)
    throw util::Error(util::ErrorKind::ambiguous,
                      fmt::format("cannot tell which person '{}' is: {} addresses begin so", word, addresses.size()),
                      {addresses.begin(), addresses.end()});
  found = policy.find_person(*addresses.begin(), today);
  return found != nullptr ? found : policy.find_person(*addresses.begin());
}

}  // namespace crmtrack::session
