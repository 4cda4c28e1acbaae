#include "command/common/shown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "index/read/select.hpp"
#include "query/check.hpp"
#include "query/date_span.hpp"
#include "query/values.hpp"
#include "record/filter_keys.hpp"

namespace crmtrack::command {

namespace {

using namespace std::string_view_literals;
using query::Modifier;

/// Keys of which only an answered or ended complaint has a value.
constexpr std::array kOfEnded{"closed"sv, "resolved"sv, "outcome"sv, "code"sv, "cause"sv, "accepted_by"sv};
/// Keys by which a user names the complaints that they mean.
constexpr std::array kNaming{"id"sv, "status"sv, "ref"sv, "link"sv, "contested"sv};

bool is_among(std::string_view key, std::span<const std::string_view> keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Whether a complaint without a value of the key meets the term.
bool takes_absent(const query::Term& term) {
  if (term.modifier != Modifier::none) return term.modifier == Modifier::not_;
  return std::any_of(term.values.begin(), term.values.end(),
                     [](const std::string& value) { return query::parse_boolean(value).value_or(true); });
}

query::Term not_ended() {
  return {.key = "status", .modifier = Modifier::not_, .values = {"closed", "withdrawn", "void"}};
}

}  // namespace

std::string grouped(std::size_t number) {
  std::string digits = fmt::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

bool asks_for_ended(const query::Filter& filter) {
  return std::any_of(
      filter.terms.begin(), filter.terms.end(),
      [](const query::Term& term) {
        return is_among(term.key, kNaming) || (is_among(term.key, kOfEnded) && !takes_absent(term));
      });
}

query::Filter shown_by(query::Filter filter) {
  if (!asks_for_ended(filter)) filter.terms.push_back(not_ended());
  return filter;
}

std::size_t count_hidden(Context& context, const query::Filter& filter) {
  if (asks_for_ended(filter)) return 0;
  query::Filter hidden = filter;
  query::Term ended = not_ended();
  ended.modifier = Modifier::is;
  hidden.terms.push_back(std::move(ended));
  return index::count(context.index(), hidden, context.moment(hidden), kMostCounted + 1);
}

std::string counted(std::size_t number) {
  return number > kMostCounted ? "more than " + grouped(kMostCounted) : grouped(number);
}

void say_words_like_conditions(Context& context, const query::Filter& filter, std::string_view before_time) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (const query::Term& term : filter.terms) {
    if (!term.key.empty() || term.phrase) continue;
    const std::string& word = term.values.front();
    if (const query::KeySpec* key = query::find_key(record::complaint_keys(), word))
      context.say(fmt::format("'{0}' is looked for as a word; as a condition it is {0}:{1}", key->name,
                              key->type == query::KeyType::boolean ? "yes" : "VALUE"));
    // A number alone, such as 2026, is a word as often as a year.
    else if (std::ranges::any_of(word, is_letter) && query::parse_span(word, context.moment(filter)))
      context.say(fmt::format("'{0}' is looked for as a word; as a time it is {1}{0}", word, before_time));
  }
}

void say_empty(Context& context, document::Listing& listing, const std::string& why) {
  if (context.streams().out_is_terminal)
    listing.footer.push_back({{why, document::Role::dim}});
  else if (!context.wants_data())
    context.say(why);
}

void say_cut(Context& context, std::size_t shown, const std::string& total) {
  context.say(fmt::format("{} of {}", grouped(shown), total));
}

}  // namespace crmtrack::command
