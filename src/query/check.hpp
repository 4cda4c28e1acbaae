#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "query/filter.hpp"

/// Checks a term of a filter, and explains to its writer why it means nothing.
namespace crmtrack::query {

const KeySpec* find_key(std::span<const KeySpec> keys, std::string_view name);
/// The group that a word names; null where it names none.
const WordGroup* find_group(const KeySpec& key, std::string_view word);
/// The modifier of that name where the key takes it.
std::optional<Modifier> find_modifier(const KeySpec& key, std::string_view name);

/// The user's text as a message quotes it: at most 60 columns.
std::string shown(std::string_view text);
/// The message for an unknown key. `has_colon_only`: the word has no modifier, so it may be meant as text with a colon
/// in it.
std::string unknown_key(std::string_view name, bool has_colon_only, std::span<const KeySpec> keys);
std::string unknown_modifier(const KeySpec& key, std::string_view name);
/// Why the value does not suit key and modifier; nullopt where it does.
std::optional<std::string> check_value(const KeySpec& key, Modifier modifier, std::string_view value);
/// Why bare text cannot be looked for; nullopt where it can.
std::optional<std::string> check_text(std::string_view text, bool phrase);
/// A good term of this key: `severity:high`.
std::string example_of(const KeySpec& key);

}  // namespace crmtrack::query
