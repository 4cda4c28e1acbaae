#pragma once

#include <cstddef>
#include <vector>

#include "document/document.hpp"
#include "index/row.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// One person's part of the ledger, as the overview shows it.
struct Overview {
  std::vector<index::PromiseRow> owed;  ///< the first ones that they owe
  std::size_t owed_count = 0;           ///< how many there are
  std::vector<index::Row> mine;         ///< their open complaints
};

/// The overview: first what the person owes, then their open complaints, then the commands that most likely come next.
document::Document overview_document(const Setting& setting, const Overview& overview);

}  // namespace crmtrack::view
