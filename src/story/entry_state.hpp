#pragma once

#include <map>
#include <string>
#include <vector>

#include "record/record.hpp"

namespace crmtrack::story {

/// Something in a story that needs a person: two records that set the same thing without knowing of each other, or a
/// move that the lifecycle does not allow.
struct Conflict {
  std::string what;                  ///< the field, or `status`
  std::vector<std::string> records;  ///< in id order; of a plain field the last one stands, of `status` the first
  std::string message;
};

/// The effects of later records on an entry. `show` prints them beside the entry.
struct EntryState {
  bool set_aside = false;  ///< the lifecycle did not allow the move
  std::string note;        ///< why it was set aside, or what it is a duplicate of
  std::vector<std::string> corrected_by;
  std::map<std::string, std::string> corrected;  ///< field → value that a correction gave it
  std::string moved_to;                          ///< another complaint, for which it counts instead of here
  std::string duplicate_of;                      ///< the record of the same key that counts instead
  std::string reported;                          ///< its evidence, as a report of a mail program changed it
  std::string reported_by;                       ///< the record of that report
  bool struck = false;                           ///< its writer took it back: it counts nowhere
};

/// Records as corrections leave them, by the number of their entry; only those that were corrected.
using Revisions = std::map<int, record::Record>;

}  // namespace crmtrack::story
