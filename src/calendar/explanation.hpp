#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "calendar/calendar.hpp"
#include "calendar/pauses.hpp"
#include "calendar/target.hpp"
#include "util/time.hpp"

namespace crmtrack::calendar {

/// The way from a start to a due time, step by step, so that a person can follow it with a pencil. Values only: a view
/// makes text of them.
struct Explanation {
  /// An open interval between start and due, cut at both.
  struct Part {
    OpenSpan open;
    std::chrono::seconds paused{0};   ///< of its length, what pauses took
    std::chrono::seconds counted{0};  ///< what is left of its length
    std::chrono::seconds sum{0};      ///< all that was counted up to its end
    friend bool operator==(const Part&, const Part&) = default;
  };
  /// A date between start and due that differs from its weekday.
  struct OtherDay {
    Date date;
    bool is_holiday = false;  ///< closed; otherwise an exception has replaced the hours
    std::string text;
    friend bool operator==(const OtherDay&, const OtherDay&) = default;
  };

  std::string calendar;  ///< its name
  std::string zone;
  std::string tzdata;  ///< the version of the time zone data, which may move a due time
  util::Instant start;
  Target target;
  /// The business time that the target stands for; none where business days never come.
  std::optional<std::chrono::seconds> business_time;
  std::vector<BusinessDay> business_days;  ///< of `2bd`: the day of receipt, then the days counted
  std::vector<Part> parts;
  std::vector<Pause> pauses;  ///< those that lie between start and due, cut at neither
  std::vector<OtherDay> other_days;
  std::chrono::seconds sum{0};  ///< the elapsed time at the due time
  std::optional<util::Instant> due;
  /// Only the first intervals are listed (`kMostParts`). The sum is that of all.
  bool is_cut = false;
};

/// No explanation lists more intervals.
inline constexpr std::size_t kMostParts = 5000;

/// Explains what `due` answers. Without a due time the parts end where an endless pause begins.
Explanation explain(util::Instant start, const Target& target, const Calendar& calendar, const Pauses& pauses,
                    std::string tzdata);

}  // namespace crmtrack::calendar
