#include "session/filter.hpp"

#include <fmt/format.h>

#include <set>

#include "index/read/lookup.hpp"
#include "index/read/select.hpp"
#include "policy/filter_words.hpp"
#include "query/check.hpp"
#include "query/filter_parse.hpp"
#include "record/filter_keys.hpp"
#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"
#include "util/text/nearest.hpp"
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

/// The customer that a word in a filter means, by slug or name, or the one that stands for them. A customer that nobody
/// has ever named is a mistake; one that is retired, or was imported without a registration, is none.
query::Understood find_customer_of_filter(Session& session, const std::string& word) {
  const std::string slug = standing_customer(session, util::to_lower_ascii(word));
  if (find_customer(session, slug)) return std::vector{slug};
  if (is_recorded(session, "customer", word)) return std::vector{word};
  try {
    return std::vector{standing_customer(session, resolve_known_customer(session, word))};
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::ambiguous) return tl::unexpected(std::string(error.what()));
  }
  const auto near = util::nearest(word, index::customer_ids(session.index()));
  return tl::unexpected(fmt::format("no customer '{}', {}", query::shown(word),
                                    near.empty() ? std::string("see: crmtrack customer list")
                                                 : fmt::format("nearest: '{}'", util::join(near, "', '"))));
}

/// The values that a value of a filter's key stands for.
query::Understood meaning_of(Session& session, const query::KeySpec& key, const std::string& value) {
  if (key.name == "id") return find_id(session, value);
  if (key.name == "owner" && value == "left") return leavers(session);
  if (key.name == "customer") return find_customer_of_filter(session, value);
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
              {"its words: crmtrack help filter; the language: man 7 crmtrack-filter"});
}

}  // namespace crmtrack::session
