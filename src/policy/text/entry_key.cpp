#include "policy/text/entry_key.hpp"

#include <algorithm>
#include <array>

#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::policy {
namespace {

/// A file, and the fields that name one of its entries: the first that the entry has.
struct KeyFields {
  std::string_view file;
  std::array<std::string_view, 2> names;
};
constexpr std::array<KeyFields, 8> kKeyFields{{{"reasons.yaml", {"code", ""}},
                                               {"people.yaml", {"email", ""}},
                                               {"projects.yaml", {"id", ""}},
                                               {"levels.yaml", {"level", ""}},
                                               {"forms.yaml", {"name", "filter"}},
                                               {"rights.yaml", {"right", ""}},
                                               {"views.yaml", {"name", ""}},
                                               {"rules.yaml", {"name", ""}}}};
/// The fields that name an entry of a file that this version does not read.
constexpr std::array<std::string_view, 8> kUsualFields{"code",  "email", "id",      "name",
                                                       "level", "right", "promise", "filter"};

std::string text_of_first(const yaml::Node& entry, const auto& names) {
  for (const std::string_view name : names)
    if (std::string text = name.empty() ? std::string() : entry.text_of(name); !text.empty()) return text;
  return {};
}

/// An entry of targets.yaml is named by its promise and its filter.
constexpr std::string_view kTargets = "targets.yaml";
std::string text_of_all(const yaml::Node& entry, std::initializer_list<std::string_view> names) {
  std::string all;
  for (const std::string_view name : names)
    if (const std::string text = entry.text_of(name); !text.empty()) all += (all.empty() ? "" : " ") + text;
  return all;
}

/// An entry of ladders.yaml is named by its promises and its filter; one that has neither is the ladder of all.
constexpr std::string_view kLadders = "ladders.yaml";
std::string ladder_key(const yaml::Node& entry) {
  std::vector<std::string> parts = entry.texts_of("promises");
  if (std::string filter = entry.text_of("filter"); !filter.empty()) parts.push_back(std::move(filter));
  return parts.empty() ? "all" : util::join(parts, " ");
}

}  // namespace

std::string name_of_entry(std::string_view file, const yaml::Node& entry) {
  if (!entry.is_map()) return {};
  if (file == kTargets) return text_of_all(entry, {"promise", "filter"});
  if (file == kLadders) return ladder_key(entry);
  const auto* const known = std::ranges::find(kKeyFields, file, &KeyFields::file);
  return known == kKeyFields.end() ? text_of_first(entry, kUsualFields) : text_of_first(entry, known->names);
}

std::string key_of_entry(std::string_view file, const yaml::Node& entry) {
  std::string key = name_of_entry(file, entry);
  if (key.empty()) return key;
  const std::string from = entry.text_of("from");
  if (!from.empty()) key += ":" + from;
  return key;
}

std::string compared_key(std::string_view key) { return util::fold_case(key); }

bool says_same(const yaml::Node& a, const yaml::Node& b) {
  if (a.is_map() && b.is_map()) {
    return a.entries.size() == b.entries.size() && std::ranges::all_of(
                                                       a.entries,
                                                       [&](const auto& field) {
                                                         const yaml::Node* const other = b.find(field.first);
                                                         return other != nullptr && says_same(field.second, *other);
                                                       });
  }
  if (a.is_list() && b.is_list()) return std::ranges::equal(a.items, b.items, says_same);
  return a == b;
}

}  // namespace crmtrack::policy
