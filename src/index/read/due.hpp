#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "index/index.hpp"
#include "story/customer_facts.hpp"
#include "story/story.hpp"

namespace crmtrack::index {

/// The complaints on which `tick` had something to do before `now`, by the time since when: one look at an index of
/// times that folds have worked out.
std::vector<std::string> complaints_due(const Index& index, util::Instant now);
/// How many of these there are.
std::size_t count_due(const Index& index, util::Instant now);

/// All that the fold of a complaint needs beside policy, for somebody who adds records to it in memory.
struct ToldComplaint {
  story::Story story;
  story::CustomerBook customers;
};
/// Nothing where the ledger has no record of it.
std::optional<ToldComplaint> find_told(const Index& index, const std::string& id);

}  // namespace crmtrack::index
