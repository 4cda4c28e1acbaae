#include "report/pauses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "report/rounded.hpp"
#include "util/id.hpp"

namespace crmtrack::report {

namespace {

using document::Align;

constexpr double kSecondsOfDay = 86'400;

/// The waits of some complaints, in seconds.
struct Waited {
  std::int64_t recorded = 0;  ///< while the records say that we waited
  std::int64_t behind = 0;    ///< of it, after a contact of the customer
  std::size_t waits = 0;
  std::size_t open = 0;  ///< waits that go on

  [[nodiscard]] std::optional<double> share() const {
    if (recorded == 0) return std::nullopt;
    return static_cast<double>(behind) / static_cast<double>(recorded);
  }
  void add(const Wait& wait, util::Instant now) {
    const util::Instant end = std::max(wait.recorded_to.value_or(now), wait.from);
    recorded += (end - wait.from).count();
    if (wait.to && *wait.to < end) behind += (end - *wait.to).count();
    ++waits;
    open += wait.recorded_to ? 0 : 1;
  }
};

Measure days_measure(const char* name, const char* title, std::int64_t seconds, std::size_t n) {
  Measure measure;
  measure.name = name;
  measure.title = title;
  measure.value = static_cast<double>(seconds) / kSecondsOfDay;
  measure.n = n;
  measure.unit = "calendar_days";
  return measure;
}

/// A ratio of two durations: no share of a number of cases, so it has no interval.
Measure integrity(const Waited& all, std::vector<CaseIndex> complaints) {
  Measure measure;
  measure.name = "pause_integrity";
  measure.title = "pause integrity";
  measure.head = "Too long";
  measure.value = all.share();
  measure.unit = "share";
  measure.records = std::move(complaints);
  measure.note = fmt::format("{} of {}", util::format_duration(std::chrono::seconds(all.behind)),
                             util::format_duration(std::chrono::seconds(all.recorded)));
  return measure;
}

std::vector<document::Cell> row_of(const Case& item, const Waited& waited) {
  const std::string id(item.id);
  const auto share = waited.share();
  const auto length = [](std::int64_t seconds) {
    return document::Cell{fmt::to_string(seconds), util::format_duration(std::chrono::seconds(seconds))};
  };
  return {{id, std::string(util::complaint_tail(id)), document::Role::id},
          {std::string(item.status)},
          {fmt::to_string(waited.waits)},
          {fmt::to_string(waited.open)},
          length(waited.recorded),
          length(waited.behind),
          {share ? rounded(*share, 4) : "", share ? rounded(*share * 100, 1) + " %" : "-",
           waited.behind > 0 ? document::Role::warning : document::Role::plain},
          {std::string(item.customer)}};
}

}  // namespace

Report make_pauses(const Input& input) {
  Report report{"pauses", "Pauses", input.meta, {}, {}, {}, {}, {}};
  std::map<CaseIndex, Waited> by_complaint;
  Waited all;
  for (const Wait& wait : input.waits) {
    if (!input.in_period(wait.from)) continue;
    by_complaint[wait.complaint].add(wait, input.meta.now);
    all.add(wait, input.meta.now);
  }
  std::vector<CaseIndex> waiting, behind;
  for (const auto& [complaint, waited] : by_complaint) {
    waiting.push_back(complaint);
    if (waited.behind > 0) behind.push_back(complaint);
  }
  input.sort(waiting);
  std::ranges::stable_sort(waiting, std::ranges::greater{},
                           [&](CaseIndex complaint) { return by_complaint.at(complaint).behind; });
  document::Table table{"pauses",
                        {{"complaint", "Complaint"},
                         {"status", "Status"},
                         {"pauses", "Pauses", Align::right},
                         {"open", "Open", Align::right},
                         {"recorded_seconds", "Recorded", Align::right},
                         {"after_contact_seconds", "Too long", Align::right},
                         {"share", "Share", Align::right},
                         {"customer", "Customer", Align::left, true, true}},
                        {}};
  for (const CaseIndex complaint : waiting)
    table.rows.push_back(row_of(input.cases[complaint], by_complaint.at(complaint)));
  report.measures.push_back(tally("paused", "complaints that waited for the customer", waiting));
  report.measures.back().head = "Waited";
  report.measures.push_back(days_measure("pause_recorded", "recorded pause time", all.recorded, all.waits));
  report.measures.push_back(days_measure("pause_after_contact", "of it after their contact", all.behind, all.waits));
  report.measures.push_back(integrity(all, std::move(behind)));
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("Pauses by complaint");
  return report;
}

}  // namespace crmtrack::report
