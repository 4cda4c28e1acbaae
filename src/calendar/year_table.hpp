#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "calendar/plan.hpp"
#include "util/time.hpp"

namespace crmtrack::calendar {

/// An open interval as instants, half-open, and the date that it belongs to: the one on which it starts.
struct OpenSpan {
  Date date;
  util::Instant from;
  util::Instant to;
  friend bool operator==(const OpenSpan&, const OpenSpan&) = default;
};

/// A date on which an interval of positive length starts, and the end of its last interval.
struct BusinessDay {
  Date date;
  util::Instant close;
  friend bool operator==(const BusinessDay&, const BusinessDay&) = default;
};

/// The open intervals that start on a date, in order; those that the clock change leaves without length are left out.
std::vector<OpenSpan> open_on(const Plan& plan, Date date);

/// The open time of one UTC year with sums, so that a question about it is a binary search; and the business days of
/// the calendar's own year of that number. Intervals of different dates that overlap count once, for the earlier date.
class YearTable {
 public:
  YearTable(const Plan& plan, std::chrono::year year);

  [[nodiscard]] std::chrono::seconds total() const { return total_; }
  /// The open time of this year before an instant.
  [[nodiscard]] std::chrono::seconds worked_before(util::Instant time) const;
  /// The earliest instant by which so much of this year's open time has passed. Precondition: 0 < amount <= total().
  [[nodiscard]] util::Instant instant_after(std::chrono::seconds amount) const;
  /// The first interval of this year that ends after an instant; null where there is none.
  [[nodiscard]] const OpenSpan* find_open(util::Instant from) const;
  [[nodiscard]] const std::vector<BusinessDay>& business_days() const { return days_; }

 private:
  struct Entry {
    OpenSpan span;                ///< as it is, over the turn of the year too
    util::Instant from;           ///< the part within this year
    std::chrono::seconds before;  ///< the open time of this year before it
  };
  [[nodiscard]] std::vector<Entry>::const_iterator last_from(util::Instant time) const;

  std::vector<Entry> entries_;
  std::vector<BusinessDay> days_;
  std::chrono::seconds total_{0};
  util::Instant end_;
};

}  // namespace crmtrack::calendar
