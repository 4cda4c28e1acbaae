#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/node.hpp"

namespace crmtrack::policy {

/// A change of an entry of a map sheet such as calendars.yaml: of one field (`zone`), or of some keys of a field that
/// is a map itself (`holidays`, by date).
struct FieldChange {
  std::string field;
  /// The field as a whole where `keys` is empty; nullopt takes it out.
  std::optional<yaml::Node> value = {};
  /// Of a map: what each of these keys becomes; nullopt takes it out.
  std::map<std::string, std::optional<yaml::Node>> keys = {};
};

/// Adds an entry to a map sheet. Throws Error(refused) where it exists already, or the file cannot be edited safely.
std::string add_map_entry(std::string_view file, std::string_view text, const std::string& key,
                          const yaml::Node& value);

/// Changes an entry of a map sheet; where it is a list of versions, the one with the newest `from`. A key that goes is
/// taken out of all of them. Comments and order stay. Throws Error(not_found) where there is none of that key.
std::string edit_map_entry(std::string_view file, std::string_view text, const std::string& key,
                           const std::vector<FieldChange>& changes);

/// Adds a version to an entry of a map sheet: the entry becomes a list, unless it is one. Throws as edit_map_entry
/// does.
std::string add_map_version(std::string_view file, std::string_view text, const std::string& key,
                            const yaml::Node& version);

/// Takes an entry out of a map sheet, with the comments above it. Throws as edit_map_entry does.
std::string remove_map_entry(std::string_view file, std::string_view text, const std::string& key);

}  // namespace crmtrack::policy
