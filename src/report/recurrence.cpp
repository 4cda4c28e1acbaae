#include "report/recurrence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/figures.hpp"
#include "report/rounded.hpp"

namespace crmtrack::report {

namespace {

using document::Align;

constexpr std::chrono::days kLongest{90};

/// A cause that was fixed, and the complaints of it just before and after.
struct Fix {
  util::Instant at{};
  std::chrono::seconds length{};
  std::size_t before = 0;
  std::vector<CaseIndex> after;
};

/// By cause, when the first step of a plan was done that is verified, on a complaint of that cause.
std::map<std::string, Fix> fixes_of(const Input& input) {
  const KeyColumn& causes = input.key(Key::cause);
  std::map<std::string, Fix> fixes;
  for (const PlannedStep& step : input.steps) {
    if (!step.complaint || step.state != "verified" || !step.done) continue;
    const std::string& cause = causes.name(*step.complaint);
    if (cause == kNoValue) continue;
    const auto [place, is_new] = fixes.emplace(cause, Fix{});
    if (is_new || *step.done < place->second.at) place->second.at = *step.done;
  }
  std::erase_if(fixes, [&](const auto& fix) { return !input.in_period(fix.second.at); });
  return fixes;
}

void count_complaints(const Input& input, std::map<std::string, Fix>& fixes) {
  const KeyColumn& causes = input.key(Key::cause);
  for (auto& [cause, fix] : fixes)
    fix.length = std::clamp(input.meta.now - fix.at, std::chrono::seconds(0), std::chrono::seconds(kLongest));
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const auto found = fixes.find(causes.name(i));
    if (found == fixes.end()) continue;
    Fix& fix = found->second;
    const util::Instant received = input.cases[i].received;
    if (received >= fix.at && received < fix.at + fix.length) fix.after.push_back(i);
    if (received < fix.at && received >= fix.at - fix.length) ++fix.before;
  }
}

document::Table table_of(const Input& input, const std::map<std::string, Fix>& fixes) {
  constexpr double kDay = 86'400;
  document::Table table{"causes",
                        {{"cause", "Cause"},
                         {"fixed", "Fixed"},
                         {"days", "Days", Align::right},
                         {"before", "Before", Align::right},
                         {"after", "After", Align::right},
                         {"ratio", "After / before", Align::right}},
                        {}};
  for (const auto& [cause, fix] : fixes) {
    const double days = static_cast<double>(fix.length.count()) / kDay;
    const double ratio = fix.before == 0 ? 0 : static_cast<double>(fix.after.size()) / static_cast<double>(fix.before);
    table.rows.push_back(
        {{cause},
         {util::format_utc(fix.at), util::format_date(input.zone.date_of(fix.at))},
         {fmt::format("{}", days), rounded(days, 0)},
         {fmt::to_string(fix.before)},
         {fmt::to_string(fix.after.size())},
         fix.before == 0 ? document::Cell{} : document::Cell{fmt::format("{}", ratio), rounded(ratio, 2)}});
  }
  return table;
}

}  // namespace

Report make_recurrence(const Input& input) {
  Report report{"recurrence", "Recurrence", input.meta, {}, {}, {}, {}, {}};
  if (!input.key(Key::cause).is_loaded()) return report;
  std::map<std::string, Fix> fixes = fixes_of(input);
  count_complaints(input, fixes);
  std::vector<CaseIndex> after;
  std::size_t before = 0;
  for (const auto& [cause, fix] : fixes) {
    before += fix.before;
    after.insert(after.end(), fix.after.begin(), fix.after.end());
  }
  report.measures.push_back(
      figure("causes_fixed", "causes that were fixed", "causes", static_cast<double>(fixes.size()), fixes.size()));
  Measure recurrence = share("recurrence", "complaints after it, for each before", std::move(after), before);
  recurrence.low = recurrence.high = std::nullopt;  // a ratio of two counts: no share, so no Wilson interval
  recurrence.unit = "ratio";
  report.measures.push_back(std::move(recurrence));
  report.tables.push_back(table_of(input, fixes));
  report.table_titles.emplace_back("By cause");
  return report;
}

}  // namespace crmtrack::report
