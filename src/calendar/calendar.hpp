#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "calendar/plan.hpp"
#include "calendar/year_table.hpp"
#include "util/time.hpp"

namespace crmtrack::calendar {

/// A plan that counts time. Copies are cheap and share what they have worked out: a table for each year that somebody
/// asked about, made at the first question. Several threads may ask one calendar.
///
/// No question takes for ever: each looks ahead 400 years, and never beyond the year 9999. A calendar that does not
/// open in that time gives no answer. The years before 0 and after 9999 are closed.
class Calendar {
 public:
  explicit Calendar(Plan plan);

  [[nodiscard]] const Plan& plan() const;
  /// The open time in [from, to), in seconds; 0 where `to` is not after `from`.
  [[nodiscard]] std::chrono::seconds open_between(util::Instant from, util::Instant to) const;
  /// The earliest instant at which so much open time has passed since `from`: within an interval or at its end, never
  /// at its start. It is `from` itself for an amount of 0.
  [[nodiscard]] std::optional<util::Instant> instant_after(util::Instant from, std::chrono::seconds amount) const;
  /// The open interval at an instant, else the next one. Asked again from the end of each answer, it goes through all
  /// intervals. Where intervals of two dates overlap, the later one begins where the earlier one ends.
  [[nodiscard]] std::optional<OpenSpan> find_open(util::Instant from) const;
  /// The n-th business day after the day of a receipt; the day of receipt itself for 0 (docs/calendars.md, Business
  /// days). Precondition: n is not negative.
  [[nodiscard]] std::optional<BusinessDay> find_business_day(util::Instant receipt, int n) const;
  /// The date of an instant, in the calendar's zone.
  [[nodiscard]] Date date_of(util::Instant time) const;

  /// Calendars of equal plans: what they have worked out makes no difference.
  friend bool operator==(const Calendar& a, const Calendar& b);

 private:
  struct Shared;
  /// A table, kept for the next question or, where very many are kept already, only for this one.
  class Held;
  [[nodiscard]] Held table(int year) const;
  [[nodiscard]] std::chrono::seconds total(int year) const;
  /// The last year that a question from `time` looks at.
  [[nodiscard]] int horizon(util::Instant time) const;

  std::shared_ptr<Shared> shared_;
};

}  // namespace crmtrack::calendar
