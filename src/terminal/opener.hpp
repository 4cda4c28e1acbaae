#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace crmtrack::terminal {

/// Whether a desktop may run a file with this name instead of showing it.
bool may_be_program(std::string_view name);

/// Writes the bytes to a file in a new private folder and hands it to the user's program, a command line of `/bin/sh`.
/// Gives the file, which stays: a viewer reads it after we ended. Throws Error(program_failed).
std::filesystem::path open_copy(const std::string& command, const std::string& name, std::string_view bytes);

}  // namespace crmtrack::terminal
