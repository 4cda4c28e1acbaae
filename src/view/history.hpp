#pragma once

#include <vector>

#include "document/document.hpp"
#include "util/zone.hpp"
#include "view/trail.hpp"

namespace crmtrack::view {

/// The records of a story as a table by commit: who recorded what and when, signed or not. `entries` is the whole
/// story.
document::Table history_table(const util::Zone& zone, const std::vector<story::Entry>& entries,
                              const std::vector<TrailEntry>& trail);
/// The JSON item of a record in `history`.
document::Value history_item(const TrailEntry& line);

}  // namespace crmtrack::view
