#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "command/common/context.hpp"
#include "query/filter.hpp"

namespace crmtrack::command {

/// Whether a filter asks for complaints that are answered or ended: by a condition that only those can meet (`closed:`,
/// `outcome:` …), or by one that names which it means (`status:`, `ref:`, an id …). docs/guide.md, What list shows.
bool asks_for_ended(const query::Filter& filter);

/// The complaints that a filter means: all that it selects where it asks for ended ones, else those that are not
/// closed, withdrawn or void. `list` shows these, and `update --filter` and its like change these.
query::Filter shown_by(query::Filter filter);

/// People are told numbers of rows up to this one, so that a list of a few costs no more in a large ledger.
inline constexpr std::size_t kMostCounted = 5'000;
/// How many complaints `shown_by` left out of those that a filter selects; counted up to kMostCounted and one.
std::size_t count_hidden(Context& context, const query::Filter& filter);
/// `4,000`
std::string grouped(std::size_t number);
/// A number that was counted so far: `4,000`, or `more than 5,000`.
std::string counted(std::size_t number);
/// Tells of words that are looked for in the texts and look like a condition: a key without a value (`overdue`), or a
/// time (`last-week`), which stands behind `before_time`: `received:`, `--period `. A user seldom means such a word.
void say_words_like_conditions(Context& context, const query::Filter& filter, std::string_view before_time);
/// Says `50 of 4,000`.
void say_cut(Context& context, std::size_t shown, const std::string& total);

/// Says why a listing is empty: below it on a terminal, on standard error elsewhere, where standard output is for
/// programs. JSON and YAML tell it by themselves.
void say_empty(Context& context, document::Listing& listing, const std::string& why);

}  // namespace crmtrack::command
