#include "policy/meant.hpp"

#include <algorithm>
#include <map>

#include "policy/dated.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "util/text/plain.hpp"

namespace crmtrack::policy {

namespace {

constexpr std::size_t kShortestBeginning = 2;
constexpr std::size_t kShortestPart = 3;
/// Longer chains of replaced reasons are a circle, not a history (report/case.cpp).
constexpr int kLongestChain = 16;

/// A word of a vocabulary, the ways to write it, and whether it holds.
struct ListedWord {
  std::string code;
  std::vector<std::string> names;
  bool holds = true;
};

/// Case, accents, blanks, `-` and `_` make no difference.
std::string plain_name(std::string_view text) {
  std::string plain = util::fold_plain(util::trim(text));
  std::replace_if(
      plain.begin(), plain.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return plain;
}

bool holds_on(std::string_view valid_to, std::string_view date) { return valid_to.empty() || date < valid_to; }

/// The entries of a key that count on `date`: the newest that has come, else the first.
template <class Entry, class Key>
std::vector<const Entry*> current_entries(const std::vector<Entry>& entries, std::string_view date, const Key& key) {
  std::vector<const Entry*> current;
  for (const Entry& entry : entries) {
    const auto same = [&](const Entry& other) { return key(other) == key(entry); };
    if (std::any_of(current.begin(), current.end(), [&](const Entry* other) { return same(*other); })) continue;
    const Entry* const newest = find_newest(entries, date, same);
    current.push_back(newest != nullptr ? newest : &entry);
  }
  return current;
}

std::vector<ListedWord> reasons_of(const Policy& policy, std::string_view date) {
  std::vector<ListedWord> words;
  for (const Reason* reason :
       current_entries(policy.reasons, date, [](const Reason& each) -> const std::string& { return each.code; })) {
    ListedWord& word =
        words.emplace_back(ListedWord{reason->code, {reason->code, reason->label}, reason->active_on(date)});
    word.names.insert(word.names.end(), reason->synonyms.begin(), reason->synonyms.end());
  }
  return words;
}

std::vector<ListedWord> projects_of(const Policy& policy, std::string_view date) {
  std::vector<ListedWord> words;
  for (const Project* project :
       current_entries(policy.projects, date, [](const Project& each) -> const std::string& { return each.id; }))
    words.push_back({project->id, {project->id, project->name}, holds_on(project->valid_to, date)});
  return words;
}

std::vector<ListedWord> people_of(const Policy& policy, std::string_view date) {
  std::vector<ListedWord> words;
  const auto address = [](const Person& each) { return util::fold_plain(each.email); };
  for (const Person* person : current_entries(policy.people, date, address))
    words.push_back({person->email,
                     {person->email, person->email.substr(0, person->email.find('@')), person->name},
                     holds_on(person->valid_to, date)});
  return words;
}

std::vector<ListedWord> levels_of(const Policy& policy, std::string_view date) {
  std::vector<ListedWord> words;
  for (const Level* level : current_entries(policy.levels, date, [](const Level& each) { return each.level; })) {
    const std::string number = std::to_string(level->level);
    words.push_back({number, {number, "level " + number, level->name}, holds_on(level->valid_to, date)});
  }
  return words;
}

std::vector<ListedWord> listed_words(const Policy& policy, Vocabulary vocabulary, std::string_view date) {
  switch (vocabulary) {
    case Vocabulary::reasons:
      return reasons_of(policy, date);
    case Vocabulary::projects:
      return projects_of(policy, date);
    case Vocabulary::people:
      return people_of(policy, date);
    case Vocabulary::levels:
      return levels_of(policy, date);
  }
  return {};
}

/// The codes of the words of which `fits` accepts a name; of several those that hold.
template <class Fits>
std::vector<std::string> codes_that(const std::vector<ListedWord>& words, const Fits& fits) {
  std::vector<std::string> holding, others;
  for (const ListedWord& word : words)
    if (std::any_of(word.names.begin(), word.names.end(),
                    [&](const std::string& name) { return fits(plain_name(name)); }))
      (word.holds ? holding : others).push_back(word.code);
  return holding.empty() ? others : holding;
}

}  // namespace

std::string_view name_of(Vocabulary vocabulary) {
  switch (vocabulary) {
    case Vocabulary::reasons:
      return "reason";
    case Vocabulary::projects:
      return "project";
    case Vocabulary::people:
      return "person";
    case Vocabulary::levels:
      return "level";
  }
  return {};
}

bool is_closed(const Policy& policy, Vocabulary vocabulary) { return !listed_words(policy, vocabulary, {}).empty(); }

std::vector<std::string> understand(const Policy& policy, Vocabulary vocabulary, std::string_view text,
                                    std::string_view date, Written written) {
  const std::vector<ListedWord> words = listed_words(policy, vocabulary, date);
  for (const ListedWord& word : words)
    if (word.code == text) return {word.code};
  const std::string wanted = plain_name(text);
  if (wanted.empty()) return {};
  for (const ListedWord& word : words)
    if (plain_name(word.code) == wanted) return {word.code};
  const auto whole = codes_that(words, [&](const std::string& name) { return name == wanted; });
  // The beginning of an address may be another one: who writes an `@` has written all of it.
  const bool may_be_part = written == Written::part && wanted.find('@') == std::string::npos;
  if (!whole.empty() || !may_be_part || wanted.size() < kShortestBeginning) return whole;
  auto found = codes_that(words, [&](const std::string& name) { return name.starts_with(wanted); });
  if (found.empty() && wanted.size() >= kShortestPart)
    found = codes_that(words, [&](const std::string& name) { return name.find(wanted) != std::string::npos; });
  return found;
}

std::vector<std::string> nearest_words(const Policy& policy, Vocabulary vocabulary, std::string_view text) {
  std::map<std::string, std::string> codes;  // by the ways to write them
  std::vector<std::string> names;
  const auto add = [&](const std::string& name, const std::string& code) {
    if (name.size() >= kShortestPart && codes.emplace(name, code).second) names.push_back(name);
  };
  for (const ListedWord& word : listed_words(policy, vocabulary, {})) {
    for (const std::string& name : word.names) {
      add(name, word.code);
      for (const std::string& part : util::split(plain_name(name), ' ')) add(part, word.code);
    }
  }
  std::vector<std::string> near;
  for (const std::string& name : util::nearest(text, names))
    if (std::find(near.begin(), near.end(), codes[name]) == near.end()) near.push_back(codes[name]);
  return near;
}

std::string standing_reason(const Policy& policy, const std::string& code, std::string_view word) {
  if (plain_name(code) == plain_name(word)) return code;
  std::string standing = code;
  for (int i = 0; i < kLongestChain; ++i) {
    const Reason* reason = policy.find_reason(standing);
    if (reason == nullptr || reason->replaced_by.empty()) return standing;
    standing = reason->replaced_by;
  }
  return code;
}

std::vector<std::string> codes_under(const Policy& policy, const std::string& reason) {
  std::map<std::string, std::string> replaced_by;
  for (const Reason& each : policy.reasons)
    if (!each.replaced_by.empty()) replaced_by[each.code] = each.replaced_by;
  std::vector<std::string> codes{reason};
  for (const auto& [code, first] : replaced_by) {
    if (code == reason) continue;
    auto next = replaced_by.find(code);
    for (int i = 0; i < kLongestChain && next != replaced_by.end(); ++i) {
      if (next->second == reason) {
        codes.push_back(code);
        break;
      }
      next = replaced_by.find(next->second);
    }
  }
  return codes;
}

}  // namespace crmtrack::policy
