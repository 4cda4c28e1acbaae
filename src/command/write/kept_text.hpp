#pragma once

#include <filesystem>
#include <optional>

#include "command/common/context.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

/// Keeps the text that the user typed in an editor or a dialog, where a command failed or was cancelled after it, in a
/// private file of our folder; nullopt where there is no such text, or no file can be written.
std::optional<std::filesystem::path> keep_typed_text(Context& context);

/// The failure of a command, with a hint that says where the text is kept that the user had typed for it.
util::Error with_kept_text(Context& context, const util::Error& error);

}  // namespace crmtrack::command
