#pragma once

#include <map>
#include <optional>
#include <string>

#include "util/time.hpp"

namespace crmtrack::warning {

/// How many complete periods a baseline has where nobody sets another: then it is frozen.
inline constexpr std::size_t kBaselinePeriods = 20;

/// A baseline that somebody set, with a reason: the periods in [from, to), or without `to` the first kBaselinePeriods
/// from `from` on.
struct SetBaseline {
  util::Instant from{};
  std::optional<util::Instant> to;
};

/// The newest baseline of each series, by the series' name.
using SetBaselines = std::map<std::string, SetBaseline>;

}  // namespace crmtrack::warning
