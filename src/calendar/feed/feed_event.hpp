#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "calendar/feed/feed_lines.hpp"
#include "calendar/plan.hpp"

namespace crmtrack::calendar {

/// The years asked, both included.
struct YearRange {
  int first = 0;
  int last = 0;
};
inline constexpr int kMostFeedYears = 50;

/// A time as a wall clock in the calendar's zone shows it.
struct WallTime {
  Date date;
  std::chrono::seconds time{0};
  friend bool operator==(const WallTime&, const WallTime&) = default;
};

/// An event of a feed, its rule unfolded: when it begins, in the calendar's zone, and how long it lasts.
struct FeedEvent {
  std::size_t line = 0;
  std::string uid;
  std::string summary;
  std::string description;  ///< its beginning
  bool is_cancelled = false;
  bool is_whole_days = false;    ///< its start is a date
  bool is_recurring = false;     ///< it has a rule or dates of its own
  std::optional<Date> replaces;  ///< RECURRENCE-ID: the day of the series that it stands for
  std::chrono::seconds length{0};
  std::vector<WallTime> starts;  ///< in order, those that may reach into the years asked
};

/// Bounds the work of unfolding rules over one feed, by what libical was seen to need: about a microsecond a unit.
/// Three hundred yearly rules need a tenth of it; a rule that never comes true costs a second.
struct UnfoldBudget {
  std::int64_t left = 3'000'000;
};

/// Reads an event. The error says why it is not to be taken: dates that do not exist, a rule that libical did not
/// understand or that repeats within a day, times of a zone that is not the calendar's. Throws Error(program_failed)
/// where libical is missing.
tl::expected<FeedEvent, std::string> read_event(const RawEvent& raw, YearRange years, const util::Zone& zone,
                                                UnfoldBudget& budget);

/// The summary of an event as one line, even of one that cannot be read.
std::string summary_of(const RawEvent& raw);

}  // namespace crmtrack::calendar
