#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/catalog.hpp"
#include "git/program/environment.hpp"

namespace crmtrack::cli {

/// The words that a word stands for which is no command; nullopt where it stands for nothing. `before` are the command
/// words before it. `first`: no alias has been replaced on this line yet.
using ShortWords = std::function<std::optional<std::vector<std::string>>(const std::string& before,
                                                                         const std::string& word, bool first)>;

/// The command that a built-in short name stands for (`ack` for `acknowledge`); empty where it is none.
std::string_view find_short_name(std::string_view word);

/// The words of `crmtrack.alias.NAME` from Git's system and global configuration and the environment, never from the
/// repository's own; nullopt where there is no such alias. Throws Error(usage) for an alias that would run a shell, is
/// empty, or has an open quote.
std::optional<std::vector<std::string>> find_alias(const git::Environment& environment, const std::string& name);

/// The command word of which `word` is the only beginning. Throws Error(ambiguous) with the words that begin so, and
/// Error(usage) for a command that takes something back or erases: it wants its whole name.
std::optional<std::string> find_unique_beginning(const Catalog& catalog, const std::string& before,
                                                 const std::string& word);

/// Built-in short names, then the user's aliases, then (where `on_terminal`) unique beginnings.
ShortWords short_words(const Catalog& catalog, git::Environment environment, bool on_terminal);

}  // namespace crmtrack::cli
