#pragma once

#include <string_view>

#include "story/story.hpp"

namespace crmtrack::story {

/// Whether of two commits that both added a record the first is the record's: one whose author may write it before one
/// whose author may not, then one that has the complaint's own record in its history, then one by the person whom the
/// record names (`by`), then the earlier by committer time, then the smaller id. Dates are claims: whoever adds a
/// colleague's record once more, dated earlier, does not become the one who recorded it, and whoever adds a machine's
/// record once more, on a branch without its complaint, does not make it count for nothing.
bool stands_before(const Provenance& one, const Provenance& other, std::string_view by);

}  // namespace crmtrack::story
