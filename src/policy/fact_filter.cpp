#include "policy/fact_filter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "policy/filter_words.hpp"
#include "query/filter_parse.hpp"
#include "record/filter_keys.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::policy {

namespace {

using yaml::Mark;

std::string_view line_at(std::string_view text, int line) {
  for (int i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

/// Where in the file the column of a filter stands: behind an opening quote; of a block text only its start is known.
Mark place_in(std::string_view text, Mark start, int column) {
  const std::string_view line = line_at(text, start.line);
  const auto at = static_cast<std::size_t>(std::max(start.column, 1) - 1);
  const char first = at < line.size() ? line[at] : ' ';
  if (first == '|' || first == '>') return start;
  const int quote = first == '"' || first == '\'' ? 1 : 0;
  return {start.line, start.column + quote + column - 1};
}

std::string list_facts(std::span<const query::KeySpec> facts) {
  std::vector<std::string> names;
  for (const query::KeySpec& key : facts) names.emplace_back(key.name);
  return util::join(names, ", ");
}

/// The first term that asks for more than facts; null where all are facts.
const query::Term* find_folded(const query::Filter& filter, std::span<const query::KeySpec> facts) {
  const auto found = std::find_if(filter.terms.begin(), filter.terms.end(), [&](const query::Term& term) {
    return std::none_of(facts.begin(), facts.end(), [&](const query::KeySpec& key) { return key.name == term.key; });
  });
  return found == filter.terms.end() ? nullptr : &*found;
}

/// The words of policy in the filter of an entry. One that policy lacks is a warning only: the file that lists it may
/// be given back in another version, or not be read at all, and the entry must stand by itself.
query::Understand entry_words(EntryReader& reader, const Policy& policy, std::string_view name) {
  return [&reader, name, words = filter_words(policy, {})](const query::KeySpec& key, const std::string& value) {
    query::Understood understood = words(key, value);
    if (understood) return understood;
    reader.warn(reader.entry().find(name)->mark, fmt::format("'{}': {}", name, understood.error()));
    return query::Understood(std::vector{value});
  };
}

}  // namespace

FactFilter read_fact_filter(EntryReader& reader, std::string_view text, const Policy& policy, std::string_view key) {
  return read_fact_filter(reader, text, policy, record::fact_keys(), key);
}

FactFilter read_fact_filter(EntryReader& reader, std::string_view text, const Policy& policy,
                            std::span<const query::KeySpec> keys, std::string_view key) {
  FactFilter result;
  result.text = reader.text(key);
  if (result.text.empty()) return result;
  const Mark start = reader.entry().find(key)->mark;
  // By all keys where the entry's own do not do: a state is then named as such, not as an unknown word.
  auto parsed = query::parse(result.text, keys);
  if (!parsed) parsed = query::parse(result.text, record::complaint_keys());
  if (!parsed) {
    reader.refuse(place_in(text, start, parsed.error().column), fmt::format("'{}': {}", key, parsed.error().message));
    return result;
  }
  if (const query::Term* const folded = find_folded(*parsed, keys)) {
    const std::string what = folded->key.empty() ? "bare words are" : fmt::format("'{}' is", folded->key);
    reader.refuse(place_in(text, start, folded->column),
                  fmt::format("'{}': {} none of the facts that policy may ask for: {}", key, what, list_facts(keys)));
    return result;
  }
  result.filter = query::parse(result.text, keys, entry_words(reader, policy, key)).value_or(*parsed);
  return result;
}

}  // namespace crmtrack::policy
