#include "report/flow.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "report/backlog.hpp"
#include "report/figures.hpp"
#include "report/rounded.hpp"
#include "report/volume.hpp"
#include "statistics/survival.hpp"

namespace crmtrack::report {

namespace {

using document::Align;

/// After so many days the table `survival` says how many are still open.
constexpr std::array kLooks{1, 2, 3, 5, 10, 20, 40, 56};
constexpr std::size_t kMonthsShown = 24;

/// How old the open complaints are.
void add_ages(const Input& input, Report& report) {
  std::vector<double> ages;
  for (const Case& item : input.cases)
    if (item.open) ages.push_back(static_cast<double>(age_in_days(input, item)));
  const std::size_t first = report.measures.size();
  add_quantiles(report, "backlog_age", "half of these are older than", "one in ten is older than", ages);
  for (std::size_t i = first; i < report.measures.size(); ++i) report.measures[i].of_now = true;
}

/// How many open complaints have how long until our next promise to their customer falls due.
void add_time_left(const Input& input, Report& report) {
  struct Left {
    std::chrono::hours most;
    const char* name;
  };
  using std::chrono::days;
  static constexpr std::array kLeft{Left{std::chrono::hours(0), "overdue"}, Left{days(1), "up to 1 day"},
                                    Left{days(3), "up to 3 days"}, Left{days(7), "up to 7 days"},
                                    Left{days(14), "up to 14 days"}};
  std::vector<std::optional<util::Instant>> due(input.cases.size());
  for (const Loop& loop : input.loops)
    if (loop.complaint && loop.group == Due::Group::ours && loop.due)
      due[*loop.complaint] = std::min(due[*loop.complaint].value_or(*loop.due), *loop.due);
  std::array<std::size_t, kLeft.size() + 2> counts{};
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    if (!input.cases[i].open) continue;
    std::size_t band = kLeft.size() + 1;  // no date
    if (due[i]) {
      const auto left = *due[i] - input.meta.now;
      band = 0;
      while (band < kLeft.size() && (band == 0 ? left >= kLeft[0].most : left > kLeft[band].most)) ++band;
    }
    ++counts[band];
  }
  document::Table table{"time_left", {{"time_left", "Time left"}, {"complaints", "Open", Align::right}}, {}};
  for (std::size_t band = 0; band < counts.size(); ++band)
    table.rows.push_back({{band < kLeft.size()    ? kLeft[band].name
                           : band == kLeft.size() ? "longer"
                                                  : "no date"},
                          {fmt::to_string(counts[band])}});
  if (std::ranges::all_of(counts, [](std::size_t count) { return count == 0; })) table.rows.clear();
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("Open, by the time until our next promise is due");
}

std::vector<statistics::Duration> durations_of(const Input& input) {
  constexpr double kDay = 86'400;
  std::vector<statistics::Duration> durations;
  for (const Case& item : input.cases) {
    if (!input.in_period(item.received) || (!item.first_ended && (!item.open || item.ended))) continue;
    if (item.first_ended && *item.first_ended < item.received) continue;
    const util::Instant stop = item.first_ended.value_or(std::max(input.meta.now, item.received));
    durations.push_back({static_cast<double>((stop - item.received).count()) / kDay, item.first_ended.has_value()});
  }
  return durations;
}

/// The share of those received that lasts longer than some days, with the open ones counted (Kaplan and Meier).
void add_survival(const Input& input, Report& report) {
  const std::vector<statistics::Duration> durations = durations_of(input);
  const std::vector<statistics::Survival> steps = statistics::kaplan_meier(durations);
  document::Table table{
      "survival",
      {{"days", "After days", Align::right}, {"share", "Still open", Align::right}, {"at_risk", "Known", Align::right}},
      {}};
  for (const int days : kLooks) {
    // Of those that lasted so long, or were watched so long; without any nothing is known.
    const auto at_risk =
        std::ranges::count_if(durations, [&](const statistics::Duration& each) { return each.time >= days; });
    if (at_risk == 0) break;
    double share = 1;
    for (const statistics::Survival& step : steps)
      if (step.time <= days) share = step.share;
    table.rows.push_back({{fmt::to_string(days)},
                          {fmt::format("{:.6f}", share), rounded(share * 100, 1) + " %"},
                          {fmt::to_string(at_risk)}});
  }
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("Still open after");
}

/// Those received and ended by month, the newest of them.
void add_months(const Input& input, Report& report) {
  struct Month {
    std::size_t received = 0, ended = 0;
  };
  std::map<std::string, Month> months;
  const auto month_of = [&](util::Instant time) -> Month& {
    const auto date = input.zone.date_of(time);
    return months[fmt::format("{:04}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()))];
  };
  for (const Case& item : input.cases) {
    if (input.in_period(item.received)) ++month_of(item.received).received;
    if (item.first_ended && input.in_period(*item.first_ended)) ++month_of(*item.first_ended).ended;
  }
  document::Table table{"months",
                        {{"month", "Month"},
                         {"received", "Received", Align::right},
                         {"ended", "Ended", Align::right},
                         {"change", "Change", Align::right}},
                        {}};
  auto month = months.begin();
  if (months.size() > kMonthsShown) std::advance(month, months.size() - kMonthsShown);
  for (; month != months.end(); ++month) {
    const auto change =
        static_cast<std::int64_t>(month->second.received) - static_cast<std::int64_t>(month->second.ended);
    table.rows.push_back({{month->first},
                          {fmt::to_string(month->second.received)},
                          {fmt::to_string(month->second.ended)},
                          {fmt::to_string(change), fmt::format("{:+}", change)}});
  }
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("By month");
}

}  // namespace

Report make_flow(const Input& input) {
  Report report{"flow", "Flow", input.meta, {}, {}, {}, {}, {}};
  report.begin_section("In and out");
  report.measures.push_back(volume_of(input));
  report.measures.push_back(ended_of(input));
  report.measures.push_back(clearance_of(input));
  report.begin_section("What is open");
  add_backlog(input, report);
  add_ages(input, report);
  add_time_left(input, report);
  report.begin_section("How long it takes");
  add_times(report,
            {"time_to_end", "half ended within", "90 % ended within", "half, counting the open ones", "time to the end",
             "Ended in"},
            input, {&Case::first_ended, &Case::ended});
  add_months(input, report);
  add_survival(input, report);
  return report;
}

}  // namespace crmtrack::report
