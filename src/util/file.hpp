#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace crmtrack::util {

/// Reads a whole file. Throws Error(not_found) where it is absent, Error(refused) where it is larger than `limit` or no
/// regular file, Error(repository) where it cannot be read.
std::string read_file(const std::filesystem::path& path, std::size_t limit);
std::optional<std::string> find_file_text(const std::filesystem::path& path, std::size_t limit);

/// Replaces a file in one step: writes a temporary file beside it, syncs it, renames it, and syncs the folder. A new
/// file gets `mode`; an existing one keeps its own. Throws Error(repository) with the reason of the system.
void replace_file(const std::filesystem::path& path, std::string_view text, unsigned mode = 0600);
/// Creates the folder and its parents with mode 0700. When it returns, the names of new folders are on the disk.
void make_private_directory(const std::filesystem::path& path);
void sync_directory(const std::filesystem::path& path);
/// As `sync_directory`; false where there is no such folder.
bool sync_directory_if_there(const std::filesystem::path& path);

}  // namespace crmtrack::util
