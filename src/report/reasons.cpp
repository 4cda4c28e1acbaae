#include "report/reasons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "report/rounded.hpp"
#include "statistics/pareto.hpp"

namespace crmtrack::report {

namespace {

constexpr std::size_t kBarsShown = 10;
constexpr double kOtherLimit = 0.10;

struct Group {
  std::string reason;
  std::vector<CaseIndex> records;
  std::size_t open = 0, decided = 0, upheld = 0, escalated = 0;
  std::set<std::string> old_codes;  ///< codes that were replaced by this one
};

Group& group_of(const Input& input, std::string_view code, std::map<std::string, Group>& groups) {
  const std::string reason = input.mapped_reason(code);
  Group& group = groups[reason];
  group.reason = reason;
  if (reason != code) group.old_codes.emplace(code);
  return group;
}

std::vector<Group> group_cases(const Input& input) {
  std::map<std::string, Group> groups;
  std::unordered_map<std::string_view, Group*> by_code;
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const Case& item = input.cases[i];
    if (!input.in_period(item.received)) continue;
    Group*& found = by_code[item.reason];
    if (found == nullptr) found = &group_of(input, item.reason, groups);
    Group& group = *found;
    group.records.push_back(i);
    group.open += item.open ? 1 : 0;
    group.escalated += item.peak_level > 0 ? 1 : 0;
    const bool decided = !item.outcome.empty() && item.outcome != "not_determined";
    group.decided += decided ? 1 : 0;
    group.upheld += decided && item.outcome != "not_upheld" ? 1 : 0;
  }
  std::vector<Group> sorted;
  for (auto& [reason, group] : groups) sorted.push_back(std::move(group));
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Group& a, const Group& b) { return a.records.size() > b.records.size(); });
  return sorted;
}

std::string label_of(const Input& input, const std::string& reason) {
  if (reason.empty()) return "(none)";
  const auto label = input.reason_labels.find(reason);
  return label == input.reason_labels.end() || label->second.empty() ? reason : label->second;
}

std::string percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? std::string() : rounded(100.0 * static_cast<double>(part) / static_cast<double>(whole), 1) + " %";
}

std::string ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? std::string() : fmt::format("{:.6f}", static_cast<double>(part) / static_cast<double>(whole));
}

constexpr std::size_t kWholeCode = 63;  // a code is known by all of its letters

document::Table table_of(const Input& input, const std::vector<Group>& groups, std::size_t total) {
  using document::Align;
  document::Table table{"reasons",
                        {{"reason", "Reason", Align::left, true, true, kWholeCode},
                         {"label", "Label", Align::left, false, true},
                         {"volume", "Received", Align::right},
                         {"share", "Share", Align::right},
                         {"cumulative", "Sum", Align::right},
                         {"open", "Open", Align::right},
                         {"escalated", "Esc.", Align::right, true, false, 0, 6},
                         {"decided", "Decided", Align::right, true, false, 0, 8},
                         {"upheld", "Upheld", Align::right, true, false, 0, 7}},
                        {}};
  std::size_t sum = 0;
  for (const Group& group : groups) {
    const std::size_t volume = group.records.size();
    sum += volume;
    const std::string name = group.reason.empty() ? "(none)" : group.reason;
    table.rows.push_back({{group.reason, group.old_codes.empty() ? name : name + " *"},
                          {label_of(input, group.reason)},
                          {fmt::to_string(volume)},
                          {ratio(volume, total), percent(volume, total)},
                          {ratio(sum, total), percent(sum, total)},
                          {fmt::to_string(group.open)},
                          {fmt::to_string(group.escalated)},
                          {fmt::to_string(group.decided)},
                          {fmt::to_string(group.upheld)}});
  }
  return table;
}

void add_health(const Input& input, const std::vector<Group>& groups, std::size_t total, Report& report) {
  std::vector<CaseIndex> other;
  for (const Group& group : groups) {
    if (group.reason == "other") other = group.records;
    for (const std::string& old : group.old_codes)
      report.notes.push_back(fmt::format("* {} counts under {}, which replaced it", old, group.reason));
  }
  const double part = total == 0 ? 0 : static_cast<double>(other.size()) / static_cast<double>(total);
  report.measures.push_back(share("other_share", "filed under 'other'", std::move(other), total));
  report.measures.back().head = "Other";
  if (part > kOtherLimit)
    report.notes.push_back(
        fmt::format("more than {:.0f} % are filed under 'other': a reason seems to be missing", kOtherLimit * 100));
  std::set<std::string> used;
  for (const std::string& code : input.recent_reasons) used.insert(input.mapped_reason(code));
  std::string unused;
  for (const std::string& code : input.active_reasons)
    if (used.count(code) == 0) unused += (unused.empty() ? "" : ", ") + code;
  // Of a ledger that is younger nobody knows whether a reason goes unused.
  if (!unused.empty() && input.is_older_than_recent)
    report.notes.push_back(fmt::format("not used for 90 days: {}", unused));
}

}  // namespace

Report make_reasons(const Input& input) {
  Report report{"reasons", "Reasons", input.meta, {}, {}, {}, {}, {}};
  const std::vector<Group> groups = group_cases(input);
  std::size_t total = 0;
  std::vector<std::size_t> counts;
  std::vector<CaseIndex> all;
  for (const Group& group : groups) {
    total += group.records.size();
    counts.push_back(group.records.size());
    all.insert(all.end(), group.records.begin(), group.records.end());
  }
  report.measures.push_back(tally("volume", "received", std::move(all)));
  report.measures.back().head = "Received";
  const std::size_t few = statistics::vital_few(counts);
  Measure concentration;
  concentration.name = "concentration";
  concentration.title = "reasons that make 80 %";
  concentration.n = few;
  concentration.denominator = groups.size();
  if (!groups.empty()) concentration.value = static_cast<double>(few) / static_cast<double>(groups.size());
  concentration.unit = "share";
  concentration.head = "80 % in";
  report.measures.push_back(std::move(concentration));
  add_health(input, groups, total, report);
  document::Bars bars;
  for (std::size_t i = 0; i < std::min(kBarsShown, groups.size()); ++i)
    bars.items.push_back(
        {label_of(input, groups[i].reason), static_cast<double>(counts[i]), fmt::to_string(counts[i])});
  if (!bars.items.empty()) report.bars.push_back(std::move(bars));
  report.tables.push_back(table_of(input, groups, total));
  report.table_titles.emplace_back("By reason");
  return report;
}

}  // namespace crmtrack::report
