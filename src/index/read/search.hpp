#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "index/index.hpp"
#include "query/filter.hpp"
#include "record/path.hpp"

namespace crmtrack::index {

/// A record found by a search.
struct Hit {
  record::StoryRef story;
  std::string record_id;
  double rank = 0;
};

/// The best records found, and how many there are in all.
struct Hits {
  std::vector<Hit> best;
  std::size_t total = 0;
};

/// The records with the words of a search, the best first.
Hits search(const Index& index, const query::Search& search, std::size_t limit);

}  // namespace crmtrack::index
