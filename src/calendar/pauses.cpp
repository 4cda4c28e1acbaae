#include "calendar/pauses.hpp"

#include <algorithm>
#include <utility>

namespace crmtrack::calendar {

namespace {

bool ends_by(const Pause& pause, util::Instant time) { return pause.to && *pause.to <= time; }

}  // namespace

Pauses::Pauses(std::vector<Pause> pauses) {
  std::erase_if(
      pauses, [](const Pause& pause) { return ends_by(pause, pause.from); });
  std::sort(pauses.begin(), pauses.end(), [](const Pause& a, const Pause& b) { return a.from < b.from; });
  for (const Pause& pause : pauses) {
    Pause* const last = pauses_.empty() ? nullptr : &pauses_.back();
    if (last == nullptr || (last->to && *last->to < pause.from))
      pauses_.push_back(pause);
    else if (last->to)
      last->to = pause.to ? std::optional(std::max(*last->to, *pause.to)) : std::nullopt;
  }
}

std::vector<Pause>::const_iterator Pauses::after(util::Instant time) const {
  return std::partition_point(
      pauses_.begin(), pauses_.end(), [&](const Pause& pause) { return ends_by(pause, time); });
}

}  // namespace crmtrack::calendar
