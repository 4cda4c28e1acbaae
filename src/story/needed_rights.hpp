#pragma once

#include "policy/right.hpp"
#include "record/record.hpp"

namespace crmtrack::story {

/// The rights that the author of a record needs by its content: `close` for a change to closed, `waive` for a waiver,
/// `machine` for a record with a machine's key. A correction needs `correct`, and the rights for its effect on the
/// other record too: one that sets a status to closed closes. All of them are needed.
policy::RightSet needed_rights(const record::Record& record);

/// The rights that a correction of a record needs beside its own: those of the record that it corrects, since a person
/// who takes back a closing has to be allowed to close. Not `machine`: people correct what a machine wrote.
policy::RightSet rights_of_corrected(const record::Record& corrected);

}  // namespace crmtrack::story
