#pragma once

#include <cstdint>

#include "index/schema/columns.hpp"
#include "story/decision.hpp"

/// The table of decisions: what was decided from reports. Their reviews stand among the promises.
namespace crmtrack::index {

struct DecisionRow {
  std::int64_t key = 0;  ///< stories.key
  const story::Decision& decision;
  std::int64_t digest = 0;  ///< RowDigest of all rows of the story
};
extern const Table<DecisionRow> kDecisions;

}  // namespace crmtrack::index
