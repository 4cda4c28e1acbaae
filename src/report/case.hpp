#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "report/report.hpp"
#include "util/zone.hpp"

namespace crmtrack::report {

/// What reports need to know of a complaint. void ones are left out before.
struct Case {
  std::string id, status, customer, project, reason, owner, summary, outcome, redress_amount, redress_currency;
  util::Instant received{};
  std::optional<util::Instant> acknowledged, first_responded, first_resolved, first_ended, last_accepted;
  int level = 0, peak_level = 0, handovers = 0;
  bool open = true;
  bool contested = false;
};

/// A rung of somebody's escalation route.
struct Step {
  std::string complaint, to, nature, trigger, answer;
  int from_level = 0, to_level = 0;
  util::Instant at{};
  std::optional<util::Instant> answered;
};

/// A promise with a due time.
struct Due {
  std::string complaint, kind, state;
  bool ours = true;
  std::optional<util::Instant> due;
};

/// Good and bad interactions, by complaint or customer.
struct Interactions {
  std::size_t good = 0, bad = 0, compliments = 0;
};

/// What a report is computed from: rows of the index, selected by the filter.
struct Input {
  Meta meta;
  util::Zone zone;
  std::vector<Case> cases;
  std::vector<Step> steps;
  std::vector<Due> promises;
  Interactions interactions;
  std::map<std::string, std::string> reason_labels;
  std::map<std::string, std::string> replaced_by;  ///< old reason → new
  std::vector<std::string> active_reasons;
  std::map<int, std::string> level_names;
  std::size_t void_count = 0;  ///< left out, and shown

  [[nodiscard]] bool in_period(util::Instant time) const;
  /// The reason that a case counts under today: an old code mapped to what replaced it.
  [[nodiscard]] std::string mapped_reason(const std::string& code) const;
};

Report make_summary(const Input& input);
Report make_reasons(const Input& input);
Report make_escalations(const Input& input);

/// Median and 90th percentile of ended cases by nearest rank, and the Kaplan–Meier median with the open ones censored
/// at now: three measures named
/// `<name>_median`, `<name>_p90`, `<name>_km_median`, in calendar days (seconds / 86,400).
void add_times(Report& report, const std::string& name, const std::string& title, const Input& input,
               std::optional<util::Instant> Case::*end);

}  // namespace crmtrack::report
