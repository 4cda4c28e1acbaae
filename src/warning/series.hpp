#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "util/time.hpp"

namespace crmtrack::warning {

/// The figures that early warning follows, in the order of docs/measures.md.
enum class Measure : std::uint8_t {
  volume,           ///< complaints received
  severity,         ///< of those, the share of high and critical ones
  escalations,      ///< upward escalations, for each complaint received
  broken_promises,  ///< of our promises that fell due, the share that was not kept in time
  slipped_steps,    ///< of the plans' steps that fell due, the share that was not done by the first date
  praise,           ///< good interactions; a fall signals
  silence           ///< a customer who usually comes, and does not
};
inline constexpr std::string_view kMeasureNames[] = {"volume",        "severity", "escalations", "broken_promises",
                                                     "slipped_steps", "praise",   "silence"};
inline std::string_view name_of(Measure measure) { return kMeasureNames[static_cast<std::size_t>(measure)]; }

/// How the events of a series are counted.
enum class Counting : std::uint8_t {
  count,  ///< events
  share,  ///< of all events, the hits
  rate    ///< hits for each event that is none
};
Counting counting_of(Measure measure);

/// Something that is counted.
struct Event {
  util::Instant at{};
  std::int64_t story = 0;  ///< whose record it is: a number that leads to a complaint's or customer's id
  bool hit = true;         ///< of shares and rates: counts above the line
};

/// The events of one measure in one group, by time.
struct Series {
  Measure measure = Measure::volume;
  std::string group;    ///< as a filter says it, `project:apollo`; empty: everything
  std::string project;  ///< the project that the group is, or belongs to; else empty
  std::vector<Event> events;

  /// The series as people name it: `volume`, or `volume/project:apollo`.
  [[nodiscard]] std::string name() const;
};

/// A customer's contacts, for the measure `silence`.
struct Contacts {
  std::string customer;
  std::string project;  ///< of their last complaint
  std::size_t count = 0;
  util::Instant first{}, last{};
  std::int64_t last_story = 0;
};

}  // namespace crmtrack::warning
