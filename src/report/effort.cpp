#include "report/effort.hpp"

#include <fmt/format.h>

#include <map>

#include "report/figures.hpp"
#include "report/rounded.hpp"
#include "statistics/quantile.hpp"
#include "util/counted.hpp"

namespace crmtrack::report {

namespace {

enum class With : std::uint8_t { anybody, customer, nobody };

/// The minutes of the period; its records are the complaints that they were for.
Measure sum_of(const Input& input, With with, const char* name, const char* title) {
  Measure measure = figure(name, title, "minutes", 0, 0);
  double minutes = 0;
  for (const Work& work : input.works) {
    if (!input.in_period(work.at)) continue;
    if (with != With::anybody && work.with_customer != (with == With::customer)) continue;
    minutes += static_cast<double>(work.minutes);
    ++*measure.n;
    if (work.complaint) measure.records.push_back(*work.complaint);
  }
  measure.value = minutes;
  measure.basis = "in " + util::counted(*measure.n, "record");
  return measure;
}

/// The minutes of each complaint that has any in the period.
std::vector<double> minutes_by_case(const Input& input) {
  std::map<CaseIndex, double> minutes;
  for (const Work& work : input.works)
    if (work.complaint && input.in_period(work.at)) minutes[*work.complaint] += static_cast<double>(work.minutes);
  std::vector<double> found;
  for (const auto& [complaint, sum] : minutes) found.push_back(sum);
  return found;
}

}  // namespace

Measure minutes_of(const Input& input) {
  Measure measure = sum_of(input, With::anybody, "minutes", "time that was written down");
  measure.head = "Time";
  return measure;
}

namespace {

/// The cost of the minutes, by the rate that policy sets; without one there is none.
Measure cost_of(const Input& input) {
  constexpr double kMinutes = 60;
  const Measure minutes = minutes_of(input);
  const bool is_known = !input.cost_currency.empty();
  Measure cost =
      figure("cost", "what that costs", is_known ? input.cost_currency : "money",
             is_known ? std::optional(*minutes.value / kMinutes * input.cost_per_hour) : std::nullopt, *minutes.n);
  cost.records = minutes.records;
  if (is_known) cost.basis = fmt::format("at {} {} an hour", rounded(input.cost_per_hour, 2), input.cost_currency);
  cost.head = is_known ? input.cost_currency : "";
  return cost;
}

}  // namespace

Report make_effort(const Input& input) {
  Report report{"effort", "Effort", input.meta, {}, {}, {}, {}, {}};
  report.begin_section("In all");
  report.measures.push_back(minutes_of(input));
  report.measures.push_back(sum_of(input, With::customer, "minutes_with_customer", "of it with the customer"));
  report.measures.back().head = "With them";
  report.measures.push_back(sum_of(input, With::nobody, "minutes_without_customer", "of it without them"));
  report.measures.back().head = "Without";
  report.measures.push_back(cost_of(input));
  report.begin_section("For one complaint");
  const std::vector<double> cases = minutes_by_case(input);
  double sum = 0;
  for (const double minutes : cases) sum += minutes;
  const std::optional<double> mean =
      cases.empty() ? std::nullopt : std::optional(sum / static_cast<double>(cases.size()));
  report.measures.push_back(figure("minutes_per_complaint", "on average", "minutes", mean, cases.size()));
  report.measures.back().head = "Mean";
  report.measures.push_back(figure("minutes_per_complaint_median", "half took at most", "minutes",
                                   statistics::nearest_rank(cases, 0.5), cases.size()));
  report.measures.push_back(figure("minutes_per_complaint_p90", "90 % took at most", "minutes",
                                   statistics::nearest_rank(cases, 0.9), cases.size()));
  return report;
}

}  // namespace crmtrack::report
