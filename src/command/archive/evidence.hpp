#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "command/common/context.hpp"

namespace crmtrack::command {

/// `archive evidence`: packs these complaints into a tar archive that an outsider checks with stock git alone
/// (crmtrack-archive(1)): their records and attachments, the objects of Git that prove them, a checkpoint, a readable
/// summary and the steps. With the history, which names other complaints, it also proves when each record came.
void write_evidence(Context& context, const std::vector<std::string>& complaints, const std::filesystem::path& file,
                    bool with_history);

}  // namespace crmtrack::command
