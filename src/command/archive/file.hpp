#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "command/common/context.hpp"

namespace crmtrack::command {

/// Makes a new private file: `write` fills a temporary file beside it, which gets the name once it is complete and on
/// the disk. Throws Error(refused) where a file of that name exists, Error(repository) where the folder cannot be
/// written.
void make_new_file(const std::filesystem::path& file, const std::function<void(const std::filesystem::path&)>& write);

/// As `make_new_file`, but a file of that name is replaced in one step. Throws Error(refused) where it is no plain
/// file.
void make_file_anew(const std::filesystem::path& file, const std::function<void(const std::filesystem::path&)>& write);

/// Runs the user's git in the context's repository and returns what it prints, without blanks at both ends. Runs no
/// hook, and no variable of our environment leads git to another repository. Throws Error(program_failed) with the
/// message `cannot WHAT: git's words`.
std::string run_git(Context& context, std::vector<std::string> words, std::string_view what, std::string input = {});
/// Runs the user's git in the repository `git_dir`, as run_git does in the context's.
std::string run_git_in(const std::filesystem::path& git_dir, std::vector<std::string> words, std::string_view what,
                       std::string input = {});

}  // namespace crmtrack::command
