#include "report/key.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace crmtrack::report {

namespace {

constexpr std::array<std::string_view, kKeys> kKeyNames{"customer", "segment",  "region",  "project", "reason",
                                                        "channel",  "severity", "outcome", "cause",   "level",
                                                        "team",     "month",    "period"};
constexpr std::array<Key, kKeys - 1> kGroupKeys{Key::customer, Key::segment, Key::region,   Key::project,
                                                Key::reason,   Key::channel, Key::severity, Key::outcome,
                                                Key::cause,    Key::level,   Key::team,     Key::month};

}  // namespace

std::string_view name_of(Key key) { return kKeyNames[static_cast<std::size_t>(key)]; }

std::span<const Key> group_keys() { return kGroupKeys; }

std::optional<Key> parse_key(std::string_view word) {
  for (const Key key : kGroupKeys)
    if (name_of(key) == word) return key;
  return std::nullopt;
}

KeyColumn make_key_column(const std::vector<std::string_view>& values, std::span<const std::string_view> order) {
  std::unordered_map<std::string_view, std::uint32_t> places;
  for (const std::string_view value : values) places.emplace(value.empty() ? kNoValue : value, 0);
  std::vector<std::string_view> names;
  for (const auto& [name, place] : places) names.push_back(name);
  const auto rank = [&](std::string_view name) { return std::find(order.begin(), order.end(), name) - order.begin(); };
  std::sort(names.begin(), names.end(),
            [&](std::string_view a, std::string_view b) { return rank(a) != rank(b) ? rank(a) < rank(b) : a < b; });
  for (std::uint32_t i = 0; i < names.size(); ++i) places[names[i]] = i;
  KeyColumn column;
  column.names = std::make_shared<const std::vector<std::string>>(names.begin(), names.end());
  column.of.reserve(values.size());
  for (const std::string_view value : values) column.of.push_back(places[value.empty() ? kNoValue : value]);
  return column;
}

std::vector<std::size_t> groups_to_join(const std::vector<std::size_t>& persons) {
  std::vector<std::size_t> by_size;
  for (std::size_t i = 0; i < persons.size(); ++i)
    if (persons[i] > 0) by_size.push_back(i);
  std::stable_sort(by_size.begin(), by_size.end(),
                   [&](std::size_t a, std::size_t b) { return persons[a] < persons[b]; });
  std::vector<std::size_t> joined;
  std::size_t sum = 0;
  for (const std::size_t group : by_size) {
    const bool is_small = persons[group] < kFewestPersons;
    if (!is_small && (joined.empty() || sum >= kFewestPersons)) break;
    joined.push_back(group);
    sum += persons[group];
  }
  return joined;
}

}  // namespace crmtrack::report
