#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::git {

/// The value of `section.key` in the text of a configuration file; the last one wins. Reads only plain files, in which
/// each line is a section, a comment or `key = value`. nullopt where the file includes another one, continues a line or
/// quotes the value: then only libgit2 can tell. An inner nullopt: the file does not set the key.
std::optional<std::optional<std::string>> find_plain_value(std::string_view text, std::string_view section,
                                                           std::string_view key);

/// A setting of a configuration file. Section and variable of the key are in lower case: `remote.Origin.url`.
struct ConfigEntry {
  std::string key, value;
};

/// All settings of a configuration file, in their order. nullopt where the file includes another one,
/// continues a line, or says something else that only libgit2 can tell for certain.
std::optional<std::vector<ConfigEntry>> parse_plain_config(std::string_view text);

}  // namespace crmtrack::git
