#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/index.hpp"
#include "query/filter.hpp"
#include "query/filter_sql.hpp"
#include "story/promise.hpp"

/// The rows that reports are computed from. Texts last until the next row. A story is known by its number, which is
/// small: numbers are given one after the other.
namespace crmtrack::index {

struct ReportedComplaint {
  std::int64_t story = 0;
  std::string_view id, status, customer, reason, outcome;
  std::string_view summary;  ///< only of one that is open and above level 0
  util::Instant received{};
  std::optional<util::Instant> acknowledged, first_responded, first_resolved, first_reopened, first_ended;
  int level = 0, peak_level = 0, handovers = 0;
  bool open = false, assigned = false;
  bool answered = false, ended = false;  ///< ever, at a known time or not
  bool bad = false;                      ///< no record of it says, or may say, that it was received
};

/// A rung of an escalation route.
struct ReportedRung {
  std::int64_t story = 0;
  std::string_view to, nature, trigger, answer;
  int from_level = 0, to_level = 0;
  util::Instant at{};
  std::optional<util::Instant> answered, left;
};

/// The money that one answer granted.
struct ReportedRedress {
  std::int64_t story = 0;
  std::string_view amount, currency, outcome;
  std::optional<util::Instant> at;
};

/// A step of a plan.
struct ReportedStep {
  std::int64_t story = 0;
  std::string_view customer;  ///< of one without a complaint; else empty
  int number = 0;
  std::string_view state, text, goal, owner, verified_by, measure, before, after;
  std::optional<util::Instant> due, first_due, done;
  bool reviewed = false, effective = false;
};

struct ReportedPromise {
  std::int64_t story = 0;
  story::Debtor debtor{};
  record::PromiseKind kind{};
  bool to_us = false;  ///< made to ourselves
  story::Promise::Ended ended{};
  util::Instant due{};  ///< the first date
  std::optional<util::Instant> settled;
  std::string_view evidence;  ///< of the record that kept it; only where it is asked for
};

/// A promise that nobody has kept yet.
struct ReportedLoop {
  std::int64_t story = 0;
  story::Debtor debtor{};
  record::PromiseKind kind{};
  bool to_us = false;
  util::Instant started{};
  std::optional<util::Instant> due;  ///< the date that holds now
};

/// A time in which we waited for the customer.
struct ReportedWait {
  std::int64_t story = 0;
  util::Instant from{};
  std::optional<util::Instant> recorded_to, to;
};

/// An activity that was good or bad: it has a sentiment, or is a compliment.
struct ReportedFeeling {
  std::int64_t story = 0;
  std::string_view sentiment, type;
  util::Instant at{};
};

/// An activity whose minutes somebody wrote down.
struct ReportedWork {
  std::int64_t story = 0;
  std::string_view direction;
  std::int64_t minutes = 0;
  util::Instant at{};
};

/// The complaints that a report over a period needs beside those received, first answered or first ended in it.
struct Needed {
  std::optional<util::Instant> from = {}, to = {};  ///< the period [from, to)
  bool all = false;                                 ///< every complaint, whatever the period
  bool open = false;                                ///< all that are open
  bool promises = false, redress = false, waits = false, steps = false, feelings = false;  ///< those with one in it
  bool work = false;
  bool loops = false;     ///< those with a promise that is open
  bool evidence = false;  ///< ReportedPromise::evidence is read
};

/// How many compliments the complaints of each customer have, void complaints left out. A customer whose complaints
/// have none is not in it.
std::map<std::string, std::size_t> compliments_in_complaints(const Index& index);

/// Which complaints a report reads: all, or those that have something of the kind it tells of.
enum class ComplaintsOf : std::uint8_t {
  all,
  escalations,  ///< all too, with their levels alone
  gaps,         ///< open ones
  waits,
  steps,
  reviews,
  praise,
  notices,
};

/// Reads the rows of the complaints that a filter selects. The functions throw Error(repository) where the index is
/// damaged: it is not begun anew, since rows were visited already.
class ReportRows {
 public:
  /// `index` must outlive it. Of the complaints that the filter selects only those are read that are needed.
  ReportRows(const Index& index, const query::Filter& filter, const query::Moment& moment, const Needed& needed);

  /// `which` others than `all` come with few facts: no outcome, times, handovers.
  void each_complaint(const std::function<void(const ReportedComplaint&)>& visit,
                      ComplaintsOf which = ComplaintsOf::all) const;
  /// A column of the same complaints, by its name in the table: `project`.
  void each_value(std::string_view column,
                  const std::function<void(std::int64_t story, std::string_view value)>& visit) const;
  /// The reasons of the complaints that the filter selects and that were received after a time.
  [[nodiscard]] std::vector<std::string> reasons_after(util::Instant time) const;
  /// Whether the filter selects a complaint received at or before a time.
  [[nodiscard]] bool has_until(util::Instant time) const;
  /// Those of a complaint in its order; to sort all by time here would cost more than to read them.
  void each_rung(const std::function<void(const ReportedRung&)>& visit) const;
  /// Those that fall due in the period, by their first dates. Without a filter those of customers too.
  void each_promise(const std::function<void(const ReportedPromise&)>& visit) const;
  /// Of answers in the period; without one also of answers of which nobody knows when they were given.
  void each_redress(const std::function<void(const ReportedRedress&)>& visit) const;
  /// Those that are open, whatever the period. Without a filter those of customers too.
  void each_loop(const std::function<void(const ReportedLoop&)>& visit) const;
  /// By first date, those whose first date is in the period, or all where Needed::all. Without a filter those of
  /// customers too.
  void each_step(const std::function<void(const ReportedStep&)>& visit) const;
  /// Those that began in the period.
  void each_wait(const std::function<void(const ReportedWait&)>& visit) const;
  /// Those in the period. Without a filter those of customers too.
  void each_feeling(const std::function<void(const ReportedFeeling&)>& visit) const;
  /// Those in the period. Without a filter those of customers too.
  void each_work(const std::function<void(const ReportedWork&)>& visit) const;

 private:
  template <class Row, class Columns>
  void each(const Columns& columns, const std::string& from, const std::function<void(const Row&)>& visit) const;

  const Index& index_;
  Needed needed_;
  query::Sql condition_;
  std::string chosen_;         ///< the condition on `complaint`: the filter selects it, and it is needed
  std::string of_anybody_;     ///< the condition on `story` for rows that customers have too
  std::string of_complaints_;  ///< the one for rows that only complaints have
};

}  // namespace crmtrack::index
