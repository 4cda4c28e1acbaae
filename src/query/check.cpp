#include "query/check.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "query/date_span.hpp"
#include "query/values.hpp"
#include "util/text/case.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "util/text/plain.hpp"
#include "util/text/width.hpp"

namespace crmtrack::query {
namespace {

struct NamedModifier {
  std::string_view name;
  Modifier modifier;
};
constexpr std::array<NamedModifier, 7> kModifiers{{{"not", Modifier::not_},
                                                   {"min", Modifier::min},
                                                   {"max", Modifier::max},
                                                   {"after", Modifier::after},
                                                   {"before", Modifier::before},
                                                   {"has", Modifier::has},
                                                   {"none", Modifier::none}}};

bool takes(const KeySpec& key, Modifier modifier) {
  const bool is_text = key.type == KeyType::word || key.type == KeyType::text;
  switch (modifier) {
    case Modifier::is:
    case Modifier::not_:
    case Modifier::none:
      return true;
    case Modifier::has:
      return is_text;
    case Modifier::after:
    case Modifier::before:
      return key.type == KeyType::time;
    case Modifier::min:
    case Modifier::max:
      return key.ordered || (!is_text && key.type != KeyType::boolean);
  }
  return false;
}

std::string quoted_list(const std::vector<std::string>& words) {
  std::string list;
  for (const auto& word : words) list += fmt::format("{}'{}'", list.empty() ? "" : ", ", word);
  return list;
}

/// The nearest words, or where none is near, all of them.
std::string suggestion(std::string_view word, const std::vector<std::string>& candidates, std::string_view all) {
  const auto near = util::nearest(word, candidates);
  if (!near.empty()) return fmt::format("nearest: {}", quoted_list(near));
  return fmt::format("{}: {}", all, util::join(candidates, ", "));
}

std::vector<std::string> words_of(const KeySpec& key) {
  std::vector<std::string> words;
  for (const WordGroup& group : key.groups) words.emplace_back(group.word);
  words.insert(words.end(), key.values.begin(), key.values.end());
  return words;
}

bool is_word_of(const KeySpec& key, std::string_view word) {
  return find_group(key, word) != nullptr || std::find(key.values.begin(), key.values.end(), word) != key.values.end();
}

std::optional<std::string> check_word(const KeySpec& key, Modifier modifier, std::string_view value) {
  if (util::fold_plain(value).empty()) return fmt::format("nothing to compare in '{}'", shown(value));
  if (key.values.empty() || modifier == Modifier::has || is_word_of(key, util::to_lower_ascii(value)))
    return std::nullopt;
  return fmt::format("no {} '{}', {}", key.name, shown(value),
                     suggestion(util::to_lower_ascii(value), words_of(key), "there are"));
}

std::optional<std::string> unless(bool good, std::string_view value, std::string_view is_no, std::string_view forms) {
  if (good) return std::nullopt;
  return fmt::format("'{}' is {}: write {}", shown(value), is_no, forms);
}

}  // namespace

std::string shown(std::string_view text) {
  constexpr std::size_t kColumns = 60;
  return util::truncate(text, kColumns);
}

const KeySpec* find_key(std::span<const KeySpec> keys, std::string_view name) {
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const KeySpec& key) { return key.name == name; });
  return found == keys.end() ? nullptr : &*found;
}

const WordGroup* find_group(const KeySpec& key, std::string_view word) {
  const auto found =
      std::find_if(key.groups.begin(), key.groups.end(), [&](const WordGroup& group) { return group.word == word; });
  return found == key.groups.end() ? nullptr : &*found;
}

std::optional<Modifier> find_modifier(const KeySpec& key, std::string_view name) {
  for (const auto& known : kModifiers)
    if (known.name == name && takes(key, known.modifier)) return known.modifier;
  return std::nullopt;
}

std::string unknown_key(std::string_view name, bool has_colon_only, std::span<const KeySpec> keys) {
  std::vector<std::string> names;
  for (const auto& key : keys) names.emplace_back(key.name);
  return fmt::format("no key '{}', {}{}", shown(name), suggestion(name, names, "there are"),
                     has_colon_only ? "; quote it to look for the text" : "");
}

std::string unknown_modifier(const KeySpec& key, std::string_view name) {
  std::vector<std::string> names;
  for (const auto& known : kModifiers)
    if (takes(key, known.modifier)) names.emplace_back(known.name);
  return fmt::format("no modifier '{}' of '{}', {}", shown(name), key.name, suggestion(name, names, "there are"));
}

std::optional<std::string> check_value(const KeySpec& key, Modifier modifier, std::string_view value) {
  if (modifier == Modifier::none || key.type == KeyType::boolean)
    return unless(parse_boolean(value).has_value(), value, "neither yes nor no", "yes or no");
  switch (key.type) {
    case KeyType::integer:
      return unless(parse_integer(value).has_value(), value, "no number", "digits, at most nine");
    case KeyType::days:
      return unless(parse_days(value, false).has_value(), value, "no age", "10, 10d or 2w");
    case KeyType::time:
      return unless(parse_span(value, Moment{}).has_value(), value, "no date", kDateForms);
    default:
      return check_word(key, modifier, value);
  }
}

std::optional<std::string> check_text(std::string_view text, bool phrase) {
  if (parse_words(text, phrase)) return std::nullopt;
  return fmt::format("no word to look for in '{}'", shown(text));
}

std::string example_of(const KeySpec& key) {
  if (!key.values.empty()) return fmt::format("{}:{}", key.name, key.values.back());
  switch (key.type) {
    case KeyType::integer:
      return fmt::format("{}:2", key.name);
    case KeyType::time:
      return fmt::format("{}:2026-11", key.name);
    case KeyType::boolean:
      return fmt::format("{}:yes", key.name);
    case KeyType::days:
      return fmt::format("{}.min:10d", key.name);
    default:
      return fmt::format("{}:{}", key.name, key.person ? "me" : "acme");
  }
}

}  // namespace crmtrack::query
