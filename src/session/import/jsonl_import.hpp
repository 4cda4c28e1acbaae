#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "exchange/jsonl.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// Imports JSON lines that `export jsonl` wrote, in one commit; nothing is written in a dry run. `judged` is called
/// with the result before anything is written. Throws Error(refused) for bad lines and for a right that the user lacks.
exchange::JsonlResult import_jsonl(Session& session, const std::string& file, std::string_view bytes,
                                   const std::function<void(const exchange::JsonlResult&)>& judged);

}  // namespace crmtrack::session
