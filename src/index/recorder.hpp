#pragma once

#include <string_view>
#include <vector>

#include "ledger/judge.hpp"
#include "ledger/ledger.hpp"
#include "ledger/range.hpp"
#include "record/path.hpp"
#include "story/story.hpp"

namespace crmtrack::index {

/// How the ledger came to know a file of a range, not yet judged.
story::Provenance provenance_of(const ledger::Range& range, const ledger::Added& file);

/// Whether of two commits that both added a record the first is the record's: one whose author may write it before one
/// whose author may not, then one by the person whom the record names (`by`), then the earlier by committer time, then
/// the smaller id. Dates are claims: whoever adds a colleague's record once more, dated earlier, does not become the
/// one who recorded it.
bool stands_before(const story::Provenance& one, const story::Provenance& other, std::string_view by);

/// The further commits of a range that added a file.
std::vector<ledger::Added> rivals_of(const ledger::Range& range, std::string_view path);

}  // namespace crmtrack::index
