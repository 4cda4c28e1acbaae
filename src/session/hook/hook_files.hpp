#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "session/session.hpp"

namespace crmtrack::session {

/// The folder where Git looks for this repository's hooks (`core.hooksPath`). Throws Error(refused) where other
/// repositories use the same one.
std::filesystem::path hooks_folder(Session& session);

enum class Existing { refuse, chain };

/// Puts a hook of ours into the folder: a fixed script that gives what Git says to `crmtrack hook run NAME`. The
/// program is named by its path, with the one in PATH to fall back on; where there is none the hook lets everything
/// pass. One of ours is replaced. Somebody else's is never: Error(refused), or with `chain` it is renamed to
/// `NAME.own`, and ours runs it first. Returns whether anything was changed.
bool install_hook(const std::filesystem::path& folder, std::string_view name, Existing existing);

/// Writes a script that Git can run. Throws Error(repository) where it cannot be written.
void write_hook(const std::filesystem::path& path, const std::string& text);
/// The path of this program, in quotes for a shell script.
std::string own_program_quoted();

/// Whether a hook of ours is there.
bool has_hook(const std::filesystem::path& folder, std::string_view name);

}  // namespace crmtrack::session
