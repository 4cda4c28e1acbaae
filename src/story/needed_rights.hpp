#pragma once

#include "policy/right.hpp"
#include "record/record.hpp"

namespace crmtrack::story {

/// Which rights the author of a record needs, by what it says: of a change to closed `close`, of a waiver `waive`, of
/// what carries a machine's key `machine`. A correction needs `correct`, and what it makes of another record too: one
/// that sets a status to closed closes. All of them are needed.
policy::RightSet needed_rights(const record::Record& record);

}  // namespace crmtrack::story
