#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/right.hpp"
#include "record/record.hpp"
#include "story/story.hpp"

namespace crmtrack::story {

/// Which rights the author of a record needs, by what it says: of a change to closed `close`, of a waiver `waive`, of
/// what carries a machine's key `machine`. A correction needs `correct`, and what it makes of another record too: one
/// that sets a status to closed closes. All of them are needed.
policy::RightSet needed_rights(const record::Record& record);

/// Which rights a correction of a record needs beside its own: those of the record that it corrects, since whoever
/// takes back a closing has to be allowed to close. Not `machine`: people correct what a machine wrote.
policy::RightSet rights_of_corrected(const record::Record& corrected);

/// The same of the record of a story with this id, and of those that it corrects in its turn. `entries` in fold order.
policy::RightSet rights_of_corrected(const std::vector<Entry>& entries, std::string_view id);

/// A correction of a correction of a record is 2 deep. Nobody means more than this: such a one does not count, so that
/// a chain made to be long costs nobody's time.
inline constexpr int kDeepestCorrection = 16;
/// Why one does not count that is deeper.
std::string too_deep();

/// Why an author who lacks some of these rights may not correct a record that needs them.
std::string correction_refusal(std::string_view author, const policy::RightSet& missing);

}  // namespace crmtrack::story
