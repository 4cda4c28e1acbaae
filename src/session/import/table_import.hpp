#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "exchange/import.hpp"
#include "exchange/map.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// A table to import: its bytes, and how to read them.
struct TableSource {
  std::string file;  ///< for messages
  std::string_view bytes;
  std::string encoding;
  bool update = false;                          ///< a known row with other content becomes a correction
  bool leaves_bad_rows = false;                 ///< the good rows are imported all the same
  std::function<void(std::size_t end)> passed;  ///< the bytes up to there are not needed any more
};

/// Imports a table through a map, in one commit: all its rows or, where the source says so, the good ones. Nothing is
/// written in a dry run. `judged` is called with the result before anything is written: what it throws stops the
/// import. Throws Error(refused) for bad rows and for a right that the user lacks.
exchange::ImportResult import_table(Session& session, const TableSource& source, const exchange::Map& map,
                                    const std::function<void(const exchange::ImportResult&)>& judged);

}  // namespace crmtrack::session
