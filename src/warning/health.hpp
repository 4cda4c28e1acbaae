#pragma once

#include <string>
#include <vector>

#include "warning/signal.hpp"

namespace crmtrack::warning {

/// The signals that tell of a project.
struct Health {
  std::string project;
  std::vector<const Signal*> signals;  ///< in the order of Found
  std::size_t independent = 0;         ///< how many measures they are of: two methods of one measure see one thing
  [[nodiscard]] bool is_red() const { return independent >= kRed; }
  static constexpr std::size_t kRed = 2;
};

/// The projects that a signal tells of, those with the most independent ones first. There is no weighted score.
std::vector<Health> health_of(const Found& found);

}  // namespace crmtrack::warning
