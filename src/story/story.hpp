#pragma once

#include <string>
#include <vector>

#include "record/path.hpp"
#include "record/record.hpp"
#include "util/time.hpp"

namespace crmtrack::story {

/// How the ledger came to know a record (DESIGN §2): of all commits that added it, the earliest, then the smallest id.
struct Provenance {
  util::Instant recorded_at{};
  std::string author;  ///< mail address of the commit's author
  std::string commit;  ///< 40 hexadecimal digits
};

/// One record of a story as the ledger holds it. `fault` says why a bad one (malformed, wrong name) could not be read;
/// it is then shown and changes no state, and of `record` only id and kind hold.
struct Entry {
  record::Record record;
  Provenance provenance;
  std::string source;  ///< the file's bytes
  std::string fault;
  std::string moved_from;  ///< the complaint whose folder holds it, where a correction there moved it here
};

/// The entries of one complaint or customer. Any order; a fold sorts them.
struct Story {
  record::StoryRef ref;
  std::vector<Entry> entries;
};

/// The newest records of a story, which the next record names in `after`: those that no other names, directly or not.
/// Sorted by id.
std::vector<std::string> heads_of(const std::vector<Entry>& entries);

}  // namespace crmtrack::story
