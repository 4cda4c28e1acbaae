#pragma once

#include <vector>

#include "index/index.hpp"
#include "index/read/promises.hpp"
#include "index/row.hpp"

namespace crmtrack::index {

/// The gaps that the index shows, of complaints that are open and of promises: all kinds but those of forms
/// (docs/domain.md, Gaps). In the order of the kinds; of one kind by severity and age. Of the selection whose they are
/// (by owner), project, customer and now count. A complaint is silent whose last contact was before `silent_before`.
std::vector<GapRow> gaps(const Index& index, const PromiseSelection& selection, util::Instant silent_before);

}  // namespace crmtrack::index
