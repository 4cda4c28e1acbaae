#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/import.hpp"
#include "ledger/write/addition.hpp"

namespace crmtrack::exchange {

struct JsonlOptions {
  std::string file = "-";  ///< for messages
  std::size_t line_bytes = 256U << 20;
  /// The bytes that the ledger has under a path; nullopt where it has none.
  std::function<std::optional<std::string>(const std::string& path)> find_file;
  /// The path of a record that keeps a complaint's own record out, where it comes with the records `added` (their ids);
  /// nullopt where none does.
  std::function<std::optional<std::string>(const record::StoryRef& story, const std::vector<std::string>& added)>
      find_part;
  /// Is called with each new record; may throw where it must not be written.
  std::function<void(const record::Record&)> judge;
  std::function<void(std::size_t done, std::size_t total)> progress;  ///< bytes
  std::function<bool()> interrupted;
};

/// A part of the file that is not in the ledger as the file has it.
struct LeftOut {
  enum class Why {
    differs,   ///< a record of that id is there, or stands before in the file, with other content
    taken,     ///< the path of an attachment holds other bytes: no new record of its line was taken
    part,      ///< the complaint's folder holds records that do not go on from it: nothing of its line was taken
    no_bytes,  ///< the file has a record's attachment without its bytes
  };
  Why why = Why::differs;
  std::string path;
};

struct JsonlResult {
  std::vector<ledger::NewFile> files;                       ///< new ones, attachments included
  std::size_t complaints = 0, customers = 0, journals = 0;  ///< lines of each type
  std::size_t added = 0, known = 0, differing = 0;          ///< records
  std::size_t rejected = 0;                                 ///< records of bad lines, and of lines whose place is taken
  std::size_t refused = 0;                  ///< records that did not count in the ledger that they come from
  std::vector<LeftOut> left;                ///< all else was taken
  std::vector<BadRow> bad;                  ///< a bad line adds nothing
  std::vector<std::string_view> bad_lines;  ///< each as it stands in the bytes that were given
  std::vector<std::string> stories;         ///< ids of stories to which something was added
  std::vector<std::string> old_complaints;  ///< ids of complaints to which nothing was added
  bool interrupted = false;
};

/// Reads the output of `export jsonl`: one story a line, with `type` complaint, customer or journal, and `records` with
/// their own fields as written. Gives equal files, to the byte for canonical records. A record whose path the ledger
/// has with other bytes counts as differing and is left out. If a line has an attachment whose path holds other bytes,
/// none of its records is taken.
JsonlResult import_jsonl(std::string_view bytes, const JsonlOptions& options = {});

}  // namespace crmtrack::exchange
