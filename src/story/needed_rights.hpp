#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/right.hpp"
#include "record/record.hpp"
#include "story/story.hpp"

namespace crmtrack::story {

/// The rights that the author of a record needs by its content: `close` for a change to closed, `waive` for a waiver,
/// `machine` for a record with a machine's key. A correction needs `correct`, and the rights for its effect on the
/// other record too: one that sets a status to closed closes. All of them are needed.
policy::RightSet needed_rights(const record::Record& record);

/// The rights that a correction of a record needs beside its own: those of the record that it corrects, since a person
/// who takes back a closing has to be allowed to close. Not `machine`: people correct what a machine wrote.
policy::RightSet rights_of_corrected(const record::Record& corrected);

/// The rights that a correction of the record with this id needs beside its own, with those of the records that it
/// corrects in its turn. `entries` are in fold order.
policy::RightSet rights_of_corrected(const std::vector<Entry>& entries, std::string_view id);

/// The deepest chain of corrections that counts; a correction of a correction of a record is 2 deep. Nobody means more
/// than this, and a chain made to be long costs nobody's time.
inline constexpr int kDeepestCorrection = 16;
/// The reason why a deeper correction does not count.
std::string too_deep();

/// The reason why an author who lacks some of these rights may not correct a record that needs them.
std::string correction_refusal(std::string_view author, const policy::RightSet& missing);

}  // namespace crmtrack::story
