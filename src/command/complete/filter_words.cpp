#include "command/complete/filter_words.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "index/read/overview.hpp"
#include "query/filter.hpp"
#include "record/filter_keys.hpp"
#include "record/vocabulary.hpp"

namespace crmtrack::command {

namespace {

using query::KeySpec;
using query::KeyType;

Candidates bare_words(const auto& words) {
  Candidates found;
  for (const auto& word : words) found.emplace_back(std::string(word), "");
  return found;
}

const KeySpec* find_key(std::string_view name) {
  const auto keys = record::complaint_keys();
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const KeySpec& key) { return key.name == name; });
  return found == keys.end() ? nullptr : &*found;
}

/// The modifiers that make sense of a key, each with its meaning.
Candidates modifiers_of(const KeySpec& key) {
  Candidates found{{"not", "another one, or none"}, {"none", "yes: there is none; no: there is one"}};
  if (key.type == KeyType::word || key.type == KeyType::text) found.emplace_back("has", "contains");
  if (key.type == KeyType::time) {
    found.emplace_back("after", "later than all of it");
    found.emplace_back("before", "earlier than all of it");
  }
  const bool rises = key.ordered || key.type == KeyType::time || key.type == KeyType::days;
  if (rises || key.type == KeyType::integer) {
    found.emplace_back("min", "at least, or from then on");
    found.emplace_back("max", "at most, or up to then");
  }
  return found;
}

/// The regions or segments that customers have.
Candidates of_customers(Context& context, std::string index::ListedCustomer::*field) {
  std::set<std::string> words;
  for (const index::ListedCustomer& customer : index::Overview(context.index()).customers())
    if (!(customer.*field).empty()) words.insert(customer.*field);
  return bare_words(words);
}

Candidates spans() {
  return {{"today", ""}, {"yesterday", ""}, {"-7d", "seven days ago"}, {"-30d", "thirty days ago"}};
}

Candidates words_of_data(Context& context, const KeySpec& key) {
  if (key.person) {
    Candidates people = words_of(context, Completes::person);
    people.emplace_back("left", "everybody who has left");
    return people;
  }
  if (key.name == "customer") return words_of(context, Completes::customer);
  if (key.name == "project") return words_of(context, Completes::project);
  if (key.name == "reason") return words_of(context, Completes::reason);
  if (key.name == "level") return words_of(context, Completes::level);
  if (key.name == "channel") return bare_words(record::kChannels);
  if (key.name == "link") return bare_words(record::kLinks);
  if (key.name == "region") return of_customers(context, &index::ListedCustomer::region);
  if (key.name == "segment") return of_customers(context, &index::ListedCustomer::segment);
  return {};
}

Candidates values_of(Context& context, const KeySpec& key, std::string_view modifier) {
  static constexpr std::array<std::string_view, 2> kYesNo{"yes", "no"};
  if (modifier == "none" || key.type == KeyType::boolean) return bare_words(kYesNo);
  if (key.type == KeyType::time) return spans();
  if (key.values.empty()) return words_of_data(context, key);
  Candidates found;
  for (const query::WordGroup& group : key.groups) found.emplace_back(std::string(group.word), "");
  for (const std::string_view value : key.values) found.emplace_back(std::string(value), "");
  return found;
}

/// `status:` for a key, `severity.min:` where a dot was typed behind it.
Candidates complete_key(const std::string& prefix) {
  Candidates found;
  const std::size_t dot = prefix.find('.');
  for (const KeySpec& key : record::complaint_keys()) {
    const std::string name(key.name);
    if (dot == std::string::npos)
      found.emplace_back(name + ":", "");
    else if (name == prefix.substr(0, dot))
      for (const auto& [modifier, says] : modifiers_of(key)) found.emplace_back(name + "." + modifier + ":", says);
  }
  return found;
}

}  // namespace

Candidates complete_filter(Context& context, const std::string& prefix) {
  const std::size_t colon = prefix.find(':');
  if (colon == std::string::npos) return complete_key(prefix);
  const std::size_t dot = std::min(prefix.find('.'), colon);
  const KeySpec* key = find_key(std::string_view(prefix).substr(0, dot));
  if (key == nullptr) return {};
  const std::string_view modifier =
      dot < colon ? std::string_view(prefix).substr(dot + 1, colon - dot - 1) : std::string_view();
  const std::size_t comma = prefix.rfind(',');
  const std::string before = prefix.substr(0, (comma == std::string::npos ? colon : std::max(comma, colon)) + 1);
  Candidates found = values_of(context, *key, modifier);
  for (auto& candidate : found) candidate.first.insert(0, before);
  return found;
}

}  // namespace crmtrack::command
