#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "command/common/context.hpp"

namespace crmtrack::command {

/// Makes a new private file: `write` fills one beside it, which gets the name once it is whole and on the disk. Throws
/// Error(refused) where a file of that name exists, Error(repository) where the folder cannot be written.
void make_new_file(const std::filesystem::path& file, const std::function<void(const std::filesystem::path&)>& write);

/// What the user's git prints in the context's repository, without blanks at both ends. Throws Error(program_failed)
/// `cannot WHAT: git's words`. No hook runs, and nothing in our environment leads it elsewhere.
std::string run_git(Context& context, std::vector<std::string> words, std::string_view what, std::string input = {});
/// The same in another one.
std::string run_git_in(const std::filesystem::path& git_dir, std::vector<std::string> words, std::string_view what,
                       std::string input = {});

}  // namespace crmtrack::command
