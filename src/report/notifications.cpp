#include "report/notifications.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "util/id.hpp"

namespace crmtrack::report {

namespace {

using document::Role;

/// The states in the order in which a message goes through them, and the measure of each.
struct StateMeasure {
  std::string_view state;
  const char *name, *title;
};
constexpr std::array<StateMeasure, 6> kStateMeasures{{{"sent", "notifications_sent", "handed over to the mail program"},
                                                      {"digested", "notifications_digested", "told in a digest"},
                                                      {"queued", "notifications_queued", "waiting to be sent"},
                                                      {"retry", "notifications_retried", "not taken yet, tried again"},
                                                      {"failed", "notifications_failed", "failed for good"},
                                                      {"suppressed", "notifications_suppressed", "not sent"}}};

Measure count_of(std::string name, std::string title, std::size_t n) {
  Measure measure;
  measure.name = std::move(name);
  measure.title = std::move(title);
  measure.value = static_cast<double>(n);
  measure.n = n;
  measure.unit = "notifications";
  return measure;
}

void add_measures(const std::vector<Notification>& notifications, Report& report) {
  report.measures.push_back(count_of("notifications", "notifications", notifications.size()));
  for (const StateMeasure& each : kStateMeasures) {
    std::size_t n = 0;
    for (const Notification& told : notifications) n += told.state == each.state ? 1 : 0;
    report.measures.push_back(count_of(each.name, each.title, n));
  }
}

/// Why messages were not sent, the most frequent first.
document::Table reasons_table(const std::vector<Notification>& notifications) {
  document::Table table{
      "reasons", {{"state", "State"}, {"why", "Why"}, {"count", "Count", document::Align::right}}, {}};
  std::map<std::pair<std::string, std::string>, std::size_t> counts;
  for (const Notification& told : notifications)
    if (!told.detail.empty() && told.state != "sent" && told.state != "digested") ++counts[{told.state, told.detail}];
  std::vector<std::pair<std::pair<std::string, std::string>, std::size_t>> rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [why, count] : rows) table.rows.push_back({{why.first}, {why.second}, {std::to_string(count)}});
  return table;
}

document::Table list_of(const Input& input, const std::vector<Notification>& notifications) {
  document::Table table{"notifications",
                        {{"at", "When"},
                         {"complaint", "Complaint"},
                         {"rule", "Rule", document::Align::left, true, true},
                         {"event", "Event"},
                         {"promise", "Promise"},
                         {"to", "Whom", document::Align::left, true, true},
                         {"role", "As", document::Align::left, false},
                         {"state", "State"},
                         {"why", "Why", document::Align::left, true, true},
                         {"record", "Record", document::Align::left, false}},
                        {}};
  for (const Notification& told : notifications) {
    const std::string id = told.complaint ? std::string(input.cases[*told.complaint].id) : std::string();
    table.rows.push_back({{util::format_utc(told.at), util::format_date(input.zone.date_of(told.at))},
                          {id, std::string(id.empty() ? "" : util::complaint_tail(id)), Role::id},
                          {told.rule},
                          {told.event},
                          {told.promise},
                          {told.to},
                          {told.role},
                          {told.state},
                          {told.detail},
                          {told.id}});
  }
  return table;
}

}  // namespace

Report make_notifications(const Input& input, const std::vector<Notification>& notifications) {
  Report report{"notifications", "Notifications", input.meta, {}, {}, {}, {}, {}};
  add_measures(notifications, report);
  report.tables.push_back(reasons_table(notifications));
  report.table_titles.emplace_back("Why not, or not yet");
  report.tables.push_back(list_of(input, notifications));
  report.table_titles.emplace_back("Who was told what");
  return report;
}

}  // namespace crmtrack::report
