#include "session/filter.hpp"

#include <fmt/format.h>

#include <set>

#include "index/read/select.hpp"
#include "policy/filter_words.hpp"
#include "query/filter_parse.hpp"
#include "record/filter_keys.hpp"
#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/text/width.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

/// A value that no record has, since a person stands on one line: where nobody has left, nothing is theirs.
constexpr const char* kNothing = "\n";

std::vector<std::string> leavers(Session& session) {
  std::set<std::string> mails;
  for (const policy::Person& person : session.policy().people)
    if (find_leaver(session, person.email) != nullptr) mails.insert(person.email);
  return mails.empty() ? std::vector<std::string>{kNothing} : std::vector<std::string>{mails.begin(), mails.end()};
}

/// Whether some complaint has this word, which policy does not list: it was recorded under another policy.
bool is_recorded(Session& session, const std::string& field, const std::string& word) {
  if (field == "owner" && word == session.me_or_nobody()) return true;
  const query::Filter filter{{{.key = field, .values = {word}}}};
  return index::count(session.index(), filter, session.moment(filter)) > 0;
}

/// The complaint that an id in a filter means.
query::Understood find_id(Session& session, const std::string& text) {
  try {
    return std::vector{get_complaint_id(session, text)};
  } catch (const Error& error) {
    return tl::unexpected(std::string(error.what()));
  }
}

/// The values that a value of a filter's key stands for.
query::Understood meaning_of(Session& session, const query::KeySpec& key, const std::string& value) {
  if (key.name == "id") return find_id(session, value);
  if (key.name == "owner" && value == "left") return leavers(session);
  if (key.name == "customer") return std::vector{standing_customer(session, value)};
  // Policy is dear to read, and most filters have none of its words.
  if (!policy::needs_policy(key, value)) return std::vector{value};
  const auto is_taken = [&](const std::string& field, const std::string& word) {
    return is_recorded(session, field, word);
  };
  return policy::filter_words(session.policy(), policy_date(session), is_taken)(key, value);
}

}  // namespace

query::Filter parse_filter(Session& session, const std::vector<std::string>& words) {
  auto filter = query::parse(words, record::complaint_keys(), [&](const query::KeySpec& key, const std::string& value) {
    return meaning_of(session, key, value);
  });
  if (filter) return *filter;
  throw Error(ErrorKind::usage,
              fmt::format("cannot read the filter '{}' at column {}: {}", util::truncate(util::join(words, " "), 200),
                          filter.error().column, filter.error().message),
              {"the filter language: man 7 crmtrack-filter"});
}

}  // namespace crmtrack::session
