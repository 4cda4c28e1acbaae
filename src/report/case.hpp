#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/vocabulary.hpp"
#include "report/key.hpp"
#include "report/report.hpp"
#include "statistics/survival.hpp"
#include "util/text/pool.hpp"
#include "util/zone.hpp"

namespace crmtrack::report {

/// A complaint, as far as reports read it. Its texts are in Input::texts. No void complaint is among Input::cases.
struct Case {
  std::string_view id, status, customer, reason, outcome;
  std::string_view summary;  ///< only of one that is open and above level 0
  util::Instant received{};
  std::optional<util::Instant> acknowledged, first_responded, first_resolved, first_reopened, first_ended;
  int level = 0, peak_level = 0, handovers = 0;
  bool open = true;
  bool answered = false, ended = false;  ///< ever, at a known time or not
  bool assigned = false;
};

/// A rung of the escalation route of a complaint.
struct Rung {
  CaseIndex complaint = 0;
  std::string_view to, nature, trigger, answer;
  int from_level = 0, to_level = 0;
  util::Instant at{};
  std::optional<util::Instant> answered;
  std::optional<util::Instant> left;  ///< the next rung took it, or the complaint was answered
};

/// The money that one answer granted.
struct Redress {
  CaseIndex complaint = 0;
  std::string_view amount, currency, outcome;
  std::optional<util::Instant> at;
};

/// A step of a plan: of a complaint, or of a customer without one.
struct PlannedStep {
  std::optional<CaseIndex> complaint;
  std::string_view customer;  ///< the complaint's, or whose plan it is
  int number = 0;
  std::string_view state, text, goal, owner, verified_by, measure, before, after;
  std::optional<util::Instant> due, first_due, done;
  bool reviewed = false, effective = false;
};

/// A promise that was due in the period: of a complaint, or one that stands in a customer's own story.
struct Due {
  enum class State : std::uint8_t { open, kept, kept_late, overdue, let_go };
  std::optional<CaseIndex> complaint;  ///< none: in a customer's own story
  State state = State::open;
  /// Promises among ourselves (`--to us`, steps, accepting an escalation) are counted apart from those to the customer,
  /// and a third party's replies apart from what the customer owes (docs/measures.md).
  enum class Group : std::uint8_t { ours, internal, customers, third_party } group = Group::ours;
  bool is_stated = false;  ///< somebody made it in words: no target of policy did
  util::Instant due{};     ///< the first date
  record::PromiseKind kind = record::PromiseKind::acknowledge;
  /// How sure the record is that kept it, a place in record::kEvidence; -1: another kind of record, or not read.
  std::int8_t evidence = -1;
};

/// A promise that is open now.
struct Loop {
  std::optional<CaseIndex> complaint;  ///< none: in a customer's own story
  Due::Group group = Due::Group::ours;
  util::Instant started{};
  std::optional<util::Instant> due;  ///< the date that holds now
};

/// Minutes that somebody wrote down.
struct Work {
  std::optional<CaseIndex> complaint;  ///< none: in a customer's own story
  bool with_customer = false;          ///< in a contact, in or out
  std::int64_t minutes = 0;
  util::Instant at{};
};

/// A time in which we waited for the customer (story/wait_span.hpp).
struct Wait {
  CaseIndex complaint = 0;
  util::Instant from{};
  std::optional<util::Instant> recorded_to;  ///< when the complaint left `waiting`; none: it still waits
  std::optional<util::Instant> to;           ///< there, or at an earlier contact of theirs
};

/// An interaction that was good or bad, or a compliment.
struct Feeling {
  std::optional<CaseIndex> complaint;  ///< none: in a customer's own story
  bool good = false, bad = false, compliment = false;
  util::Instant at{};
};

/// The rows of the index that a report is computed from. The filter has selected them; they are in no order, except
/// where a member says so.
struct Input {
  Meta meta;
  util::Zone zone;
  util::TextPool texts;
  std::vector<Case> cases;
  std::vector<Rung> rungs;  ///< by time
  std::vector<Due> promises;
  std::vector<Redress> redresses;
  std::vector<Wait> waits;
  std::vector<PlannedStep> steps;  ///< by first date; without one first
  std::vector<Feeling> feelings;
  std::vector<Loop> loops;
  std::vector<Work> works;
  /// By Key: the groups of the complaints, where the report asks for that key.
  std::array<KeyColumn, kKeys> keys;
  std::map<std::string, std::string> reason_labels;
  std::map<std::string, std::string> replaced_by;  ///< old reason → new
  std::vector<std::string> active_reasons;
  std::map<int, std::string> level_names;
  double cost_per_hour = 0;    ///< by policy, in `cost_currency`
  std::string cost_currency;   ///< empty: policy sets no cost
  std::size_t void_count = 0;  ///< left out, and shown
  bool only_page = false;      ///< nobody asks for the rows and texts that the page leaves out (kMostOnPage)
  /// The reasons of complaints received in the last 90 days; and whether there is any older complaint.
  std::vector<std::string> recent_reasons;
  bool is_older_than_recent = false;

  [[nodiscard]] bool in_period(util::Instant time) const;
  /// Whether something that happened counts in the period. Where nobody knows when, it does only of all time.
  [[nodiscard]] bool in_period(bool happened, const std::optional<util::Instant>& time) const;
  /// The reason that a case counts under today: an old code mapped to what replaced it.
  [[nodiscard]] std::string mapped_reason(std::string_view code) const;
  [[nodiscard]] const KeyColumn& key(Key which) const { return keys[static_cast<std::size_t>(which)]; }
  [[nodiscard]] KeyColumn& key(Key which) { return keys[static_cast<std::size_t>(which)]; }
  /// The ids of these cases, each once, in order of receipt.
  [[nodiscard]] std::vector<std::string> ids_of(std::vector<CaseIndex> records) const;
  /// `records` in order of receipt, then of id.
  void sort(std::vector<CaseIndex>& records) const;
};

/// The rows that a report needs beside the complaints received, first answered or first ended in the period.
struct Wants {
  bool rungs = false, promises = false, interactions = false, redress = false, waits = false, steps = false;
  bool open = false;  ///< all open complaints, whenever received
  bool loops = false, work = false;
  bool evidence = false;        ///< Due::evidence
  bool cause = false;           ///< Key::cause, whatever the report is grouped by
  bool recent_reasons = false;  ///< Input::recent_reasons
  bool all = false;             ///< all complaints, whatever the period: the report reads rows of its own
  /// The complaints: all of them, or, with few facts (no outcome, times, handovers), those that the report tells of.
  enum class Cases : std::uint8_t { all, escalations, gaps, waits, steps, reviews, praise, notices } cases = Cases::all;
};

/// An event that ends a duration: when it first happened, and whether it ever did, where that may be known without the
/// time.
struct TimedEvent {
  std::optional<util::Instant> Case::*time;
  bool Case::*happened = nullptr;
};

/// How long the cases of the period took to an event, in calendar days; those that still wait are censored at now.
struct CaseTimes {
  std::vector<statistics::Duration> durations;
  std::vector<CaseIndex> before_receipt;  ///< left out: their event is dated before the receipt
};
CaseTimes times_of(const Input& input, const TimedEvent& event);
/// The names of a duration, for programs and people.
struct DurationNames {
  std::string name;                     ///< `time_to_resolution`
  std::string half, most, half_or_not;  ///< on the screen: the median, the 90 %, and Kaplan and Meier's median
  std::string about;                    ///< in a note
  std::string head = {};                ///< of the median, in the head of a table
};

/// Adds three measures of how long cases took, in calendar days (seconds / 86,400): the median and the 90th percentile
/// of ended cases by nearest rank (`<name>_median`, `<name>_p90`), and the Kaplan–Meier median with the open cases
/// censored at now (`<name>_km_median`), which people see only where some are open. Leaves out, and names in a note,
/// cases whose event is dated before the receipt.
void add_times(Report& report, const DurationNames& names, const Input& input, const TimedEvent& event);

}  // namespace crmtrack::report
