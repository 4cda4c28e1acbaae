#include "query/condition.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "query/check.hpp"
#include "query/date_span.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"
#include "util/text/plain.hpp"

namespace crmtrack::query {
namespace {

template <class Value>
const Value& get(const std::optional<Value>& value, std::string_view text) {
  if (!value) throw util::Error{util::ErrorKind::bug, fmt::format("cannot use filter value '{}': not checked", text)};
  return *value;
}

std::int64_t seconds_of(util::Instant time) { return time.time_since_epoch().count(); }

Range range_of_number(std::int64_t number, Modifier modifier) {
  if (modifier == Modifier::min) return {.from = number};
  if (modifier == Modifier::max) return {.until = number + 1};
  return {number, number + 1};
}

Range range_of_span(const Span& span, Modifier modifier) {
  const auto from = seconds_of(span.from);
  const auto until = seconds_of(span.until);
  switch (modifier) {
    case Modifier::min:
      return {.from = from};
    case Modifier::max:
      return {.until = until};
    case Modifier::after:
      return {.from = until};
    case Modifier::before:
      return {.until = from};
    default:
      return {from, until};
  }
}

/// The older a thing is, the earlier it came in: an age's bounds are a receipt's the other way round.
Range range_of_age(int days, Modifier modifier, const Moment& moment) {
  const auto span = span_of_age(days, moment);
  if (modifier == Modifier::min) return range_of_span(span, Modifier::max);
  if (modifier == Modifier::max) return range_of_span(span, Modifier::min);
  return range_of_span(span, modifier);
}

Range range_of(const KeySpec& key, const std::string& value, Modifier modifier, const Moment& moment) {
  switch (key.type) {
    case KeyType::time:
      return range_of_span(get(modifier == Modifier::is || modifier == Modifier::not_ ? parse_span(value, moment)
                                                                                      : parse_bound(value, moment),
                               value),
                           modifier);
    case KeyType::days:
      return range_of_age(get(parse_days(value, false), value), modifier, moment);
    case KeyType::boolean:
      return range_of_number(get(parse_boolean(value), value) ? 1 : 0, Modifier::is);
    default:
      return range_of_number(get(parse_integer(value), value), modifier);
  }
}

/// The words of a rising vocabulary from this one up, or up to it.
void add_ordered(const KeySpec& key, std::string_view word, Modifier modifier, std::vector<std::string>& words) {
  const auto place = std::find(key.values.begin(), key.values.end(), word);
  const auto from = modifier == Modifier::min ? place : key.values.begin();
  const auto until = modifier == Modifier::max && place != key.values.end() ? place + 1 : key.values.end();
  words.insert(words.end(), from, until);
}

OneOf words_for(const KeySpec& key, const Term& term, const Moment& moment) {
  OneOf test{{}, key.type == KeyType::text};
  for (const auto& value : term.values) {
    if (key.person && util::to_lower_ascii(value) == "me") {
      if (!moment.me.empty()) test.words.push_back(test.folded ? util::fold_plain(moment.me) : moment.me);
    } else if (test.folded) {
      test.words.push_back(util::fold_plain(value));
    } else if (key.values.empty()) {
      test.words.push_back(value);
    } else if (const auto word = util::to_lower_ascii(value); const WordGroup* group = find_group(key, word)) {
      test.words.insert(test.words.end(), group->members.begin(), group->members.end());
    } else if (term.modifier == Modifier::min || term.modifier == Modifier::max) {
      add_ordered(key, word, term.modifier, test.words);
    } else {
      test.words.push_back(word);
    }
  }
  return test;
}

Contains parts_of(const Term& term) {
  Contains test;
  for (const auto& value : term.values) test.parts.push_back(util::fold_plain(value));
  return test;
}

Within ranges_for(const KeySpec& key, const Term& term, const Moment& moment) {
  Within test;
  for (const auto& value : term.values) test.ranges.push_back(range_of(key, value, term.modifier, moment));
  return test;
}

/// `.none:yes,no` asks nothing.
std::optional<Condition> absence(Condition condition, const Term& term) {
  bool yes = false;
  bool no = false;
  for (const auto& value : term.values) (get(parse_boolean(value), value) ? yes : no) = true;
  if (yes && no) return std::nullopt;
  condition.negated = no;
  condition.test = Absent{};
  return condition;
}

std::optional<Condition> condition_of(const KeySpec& key, const Term& term, const Moment& moment) {
  Condition condition{std::string{key.name}, key.type, key.many, term.modifier == Modifier::not_, Absent{}};
  if (key.type == KeyType::days) {
    condition.key = "received";
    condition.type = KeyType::time;
  }
  if (term.modifier == Modifier::none) return absence(std::move(condition), term);
  if (term.modifier == Modifier::has)
    condition.test = parts_of(term);
  else if (key.type == KeyType::word || key.type == KeyType::text)
    condition.test = words_for(key, term, moment);
  else
    condition.test = ranges_for(key, term, moment);
  return condition;
}

Condition condition_of_text(const Term& term) {
  const auto text = term.values.empty() ? std::string{} : term.values.front();
  return {"", KeyType::text, true, false, HasWords{get(parse_words(text, term.phrase), text)}};
}

}  // namespace

std::vector<Condition> compile(const Filter& filter, std::span<const KeySpec> keys, const Moment& moment) {
  std::vector<Condition> conditions;
  for (const auto& term : filter.terms) {
    if (term.key.empty()) {
      conditions.push_back(condition_of_text(term));
      continue;
    }
    const auto* key = find_key(keys, term.key);
    if (key == nullptr) throw util::Error{util::ErrorKind::bug, fmt::format("cannot use filter key '{}'", term.key)};
    if (auto condition = condition_of(*key, term, moment)) conditions.push_back(std::move(*condition));
  }
  return conditions;
}

}  // namespace crmtrack::query
