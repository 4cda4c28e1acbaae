#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace crmtrack::index {

/// One line for people, where an index is made anew because the machine has other time zone data: how many due times of
/// open promises those data move (docs/calendars.md, The version of the zones). nullopt where the present file is of
/// the same data, of another version of ours, or cannot be read.
std::optional<std::string> describe_moved_due_times(const std::filesystem::path& present,
                                                    const std::filesystem::path& made_anew) noexcept;

}  // namespace crmtrack::index
