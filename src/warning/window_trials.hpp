#pragma once

#include <cstdint>
#include <optional>

#include "warning/periods.hpp"
#include "warning/series.hpp"
#include "warning/trial.hpp"

namespace crmtrack::warning {

enum class Turn : std::uint8_t { rise, fall };

/// Compares the 28 days up to the end of the last complete period with the 84 days before. nullopt where the series
/// began less than 112 days before that end, or has no event in them. `since`: what lies before it does not count, as
/// where somebody set a baseline because things changed.
std::optional<Trial> try_windows(const Series& series, const Periods& periods, Turn turn,
                                 util::Instant since = util::Instant::min());

}  // namespace crmtrack::warning
