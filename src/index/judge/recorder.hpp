#pragma once

#include <string_view>
#include <vector>

#include "ledger/read/range.hpp"
#include "ledger/rule/judge.hpp"
#include "record/path.hpp"
#include "story/story.hpp"

namespace crmtrack::index {

/// How the ledger came to know a file of a range, not yet judged.
story::Provenance provenance_of(const ledger::Range& range, const ledger::Added& file);

/// The further commits of a range that added a file.
std::vector<ledger::Added> rivals_of(const ledger::Range& range, std::string_view path);

}  // namespace crmtrack::index
