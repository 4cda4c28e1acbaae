#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "exchange/jsonl.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// JSON lines to import.
struct JsonlSource {
  std::string file;  ///< for messages
  std::string_view bytes;
  bool leaves_bad_lines = false;  ///< the good lines are imported all the same
};

/// Imports JSON lines that `export jsonl` wrote, in one commit: all or, where the source says so, the good ones.
/// Nothing is written in a dry run. `judged` is called with the result before anything is written. Throws
/// Error(refused) for bad lines and for a right that the user lacks.
exchange::JsonlResult import_jsonl(Session& session, const JsonlSource& source,
                                   const std::function<void(const exchange::JsonlResult&)>& judged);

}  // namespace crmtrack::session
