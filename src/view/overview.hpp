#pragma once

#include <cstddef>
#include <vector>

#include "document/document.hpp"
#include "index/row.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// What the overview of one person shows.
struct Overview {
  std::vector<index::PromiseRow> owed;  ///< the first ones that they owe
  std::size_t owed_count = 0;           ///< how many there are
  std::vector<index::Row> mine;         ///< their open complaints
};

/// What I owe first, my open complaints, and what most likely comes next.
document::Document overview_document(const Setting& setting, const Overview& overview);

}  // namespace crmtrack::view
