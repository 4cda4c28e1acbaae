#pragma once

#include <optional>
#include <string>

#include "terminal/streams.hpp"

namespace crmtrack::terminal {

/// Reads a line that can be edited: cursor keys, words, kill and yank, as `~/.editrc` sets them (libedit, which is
/// loaded at the first question). The prompt may hold escape sequences. An empty optional at the end of input (Ctrl-D).
/// Precondition: `can_edit_lines(streams)`.
std::optional<std::string> edit_line(const Streams& streams, const std::string& prompt);

/// Whether the terminal can move its cursor, and libedit is here: otherwise lines are read as the terminal gives them.
bool can_edit_lines(const Streams& streams);

}  // namespace crmtrack::terminal
