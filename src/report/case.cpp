#include "report/case.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "statistics/quantile.hpp"
#include "statistics/survival.hpp"

namespace crmtrack::report {

namespace {

/// Longer chains of replaced reasons are a mistake in policy (a circle), not a history.
constexpr int kLongestChain = 16;

Measure days(std::string name, std::string title, std::optional<double> value, std::size_t n, std::string note) {
  Measure measure;
  measure.name = std::move(name);
  measure.title = std::move(title);
  measure.value = value;
  measure.n = n;
  measure.unit = "calendar_days";
  measure.note = std::move(note);
  return measure;
}

}  // namespace

bool Input::in_period(util::Instant time) const {
  return (!meta.from || time >= *meta.from) && (!meta.to || time < *meta.to);
}

bool Input::in_period(bool happened, const std::optional<util::Instant>& time) const {
  if (time) return in_period(*time);
  return happened && !meta.from && !meta.to;
}

std::string Input::mapped_reason(std::string_view code) const {
  std::string mapped(code);
  for (int i = 0; i < kLongestChain; ++i) {
    const auto next = replaced_by.find(mapped);
    if (next == replaced_by.end()) break;
    mapped = next->second;
  }
  return mapped;
}

void Input::sort(std::vector<CaseIndex>& records) const {
  std::sort(
      records.begin(), records.end(),
      [this](CaseIndex a, CaseIndex b) {
        return cases[a].received != cases[b].received ? cases[a].received < cases[b].received
                                                      : cases[a].id < cases[b].id;
      });
}

std::vector<std::string> Input::ids_of(std::vector<CaseIndex> records) const {
  sort(records);
  records.erase(std::unique(records.begin(), records.end()), records.end());
  std::vector<std::string> ids;
  ids.reserve(records.size());
  for (const CaseIndex record : records) ids.emplace_back(cases[record].id);
  return ids;
}

CaseTimes times_of(const Input& input, const TimedEvent& event) {
  constexpr double kDay = 86'400;
  CaseTimes times;
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const Case& item = input.cases[i];
    if (!input.in_period(item.received)) continue;
    const auto& stop = item.*event.time;
    if (!stop && (!item.open || (event.happened != nullptr && item.*event.happened))) continue;  // it ended without, or
    if (stop && *stop < item.received) {                                                         // nobody knows when
      times.before_receipt.push_back(i);
      continue;
    }
    const double time = static_cast<double>(((stop ? *stop : input.meta.now) - item.received).count()) / kDay;
    times.durations.push_back({std::max(0.0, time), stop.has_value()});
  }
  return times;
}

void add_times(Report& report, const DurationNames& names, const Input& input, const TimedEvent& event) {
  const auto [durations, before_receipt] = times_of(input, event);
  std::vector<double> ended;
  for (const statistics::Duration& duration : durations)
    if (duration.ended) ended.push_back(duration.time);
  const std::size_t censored = durations.size() - ended.size();
  report.measures.push_back(
      days(names.name + "_median", names.half, statistics::nearest_rank(ended, 0.5), ended.size(), ""));
  report.measures.back().head = names.head;
  report.measures.push_back(
      days(names.name + "_p90", names.most, statistics::nearest_rank(ended, 0.9), ended.size(), ""));
  const auto median = statistics::survival_quantile(statistics::kaplan_meier(durations), 0.5);
  Measure survival = days(names.name + "_km_median", names.half_or_not, median, durations.size(),
                          censored == 0 ? "" : fmt::format("{} not yet", censored));
  survival.is_shown = censored > 0;
  if (!median && !durations.empty()) survival.instead = "not reached";
  report.measures.push_back(std::move(survival));
  if (!before_receipt.empty())
    report.notes.push_back(fmt::format("left out of the {}, since it is dated before the receipt: {}", names.about,
                                       fmt::join(input.ids_of(before_receipt), ", ")));
}

}  // namespace crmtrack::report
