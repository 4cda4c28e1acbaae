#pragma once

#include <string>
#include <vector>

#include "index/index.hpp"
#include "util/time.hpp"

namespace crmtrack::index {

/// Somebody opened a report of what others own.
struct Viewing {
  std::string record, by;  ///< `by` is the author of the commit: whoever ran the command
  util::Instant at{};
  std::string report;
  std::vector<std::string> about;
};

/// All viewings that count, by time. Nothing takes one back.
std::vector<Viewing> viewings(const Index& index);

}  // namespace crmtrack::index
