#include "warning/series.hpp"

namespace crmtrack::warning {

Counting counting_of(Measure measure) {
  switch (measure) {
    case Measure::volume:
    case Measure::praise:
    case Measure::silence:
      return Counting::count;
    case Measure::escalations:
      return Counting::rate;
    case Measure::severity:
    case Measure::broken_promises:
    case Measure::slipped_steps:
      return Counting::share;
  }
  return Counting::count;
}

std::string Series::name() const {
  std::string text(name_of(measure));
  if (!group.empty()) text += "/" + group;
  return text;
}

}  // namespace crmtrack::warning
