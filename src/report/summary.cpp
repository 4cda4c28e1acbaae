#include "report/summary.hpp"

#include <fmt/format.h>

#include <map>

#include "record/vocabulary.hpp"
#include "report/backlog.hpp"
#include "report/feelings.hpp"
#include "report/figures.hpp"
#include "report/kept.hpp"
#include "report/money.hpp"
#include "report/volume.hpp"

namespace crmtrack::report {

namespace {

void add_flow(const Input& input, Report& report) {
  report.measures.push_back(volume_of(input));
  add_backlog(input, report);
  report.measures.push_back(clearance_of(input));
}

void add_outcomes(const Input& input, Report& report) {
  std::vector<CaseIndex> upheld;
  std::size_t decided = 0;
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const Case& item = input.cases[i];
    if (!input.in_period(item.answered, item.first_responded) || item.outcome.empty() ||
        item.outcome == "not_determined")
      continue;
    ++decided;
    if (item.outcome != "not_upheld") upheld.push_back(i);
  }
  report.measures.push_back(share("uphold_rate", "upheld, of those decided", std::move(upheld), decided));
  report.measures.back().head = "Upheld";
}

void add_escalations(const Input& input, Report& report) {
  std::vector<bool> hierarchical(input.cases.size());
  for (const Rung& rung : input.rungs)
    if (rung.to_level > rung.from_level && rung.nature != "functional") hierarchical[rung.complaint] = true;
  std::vector<CaseIndex> escalated;
  std::size_t received = 0, assigned = 0;
  double peaks = 0, handovers = 0;
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const Case& item = input.cases[i];
    if (!input.in_period(item.received)) continue;
    ++received;
    peaks += item.peak_level;
    handovers += item.handovers;
    if (item.assigned) ++assigned;
    if (hierarchical[i]) escalated.push_back(i);
  }
  report.measures.push_back(share("escalation_rate", "escalated, of those received", std::move(escalated), received));
  report.measures.back().head = "Escalated";
  const auto mean = [&](const char* name, const char* title, double sum, std::size_t n, const char* unit) {
    report.measures.push_back(
        figure(name, title, unit, n > 0 ? std::optional(sum / static_cast<double>(n)) : std::nullopt, n));
  };
  mean("mean_peak_level", "mean peak level", peaks, received, "level");
  mean("handovers", "mean handovers", handovers, assigned, "handovers");
}

void add_redress(const Input& input, Report& report) {
  struct Sums {
    MoneySum upheld, goodwill;
  };
  std::map<std::string_view, Sums> sums;
  for (const Redress& redress : input.redresses) {
    if (redress.currency.empty() || !input.in_period(true, redress.at)) continue;
    const bool goodwill = redress.outcome == "not_upheld";  // docs/domain.md, The answer
    (goodwill ? sums[redress.currency].goodwill : sums[redress.currency].upheld).add(redress.amount);
  }
  document::Table table{"redress",
                        {{"currency", "Currency"},
                         {"redress", "Redress", document::Align::right},
                         {"cases", "Answers", document::Align::right},
                         {"mean", "Mean", document::Align::right},
                         {"goodwill", "Goodwill", document::Align::right}},
                        {}};
  for (const auto& [currency, sum] : sums) {
    const int places = minor_digits(currency);
    table.rows.push_back({{std::string(currency)},
                          {sum.upheld.text(places)},
                          {fmt::to_string(sum.upheld.count())},
                          {sum.upheld.mean(places)},
                          {sum.goodwill.text(places)}});
  }
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("Redress");
}

void add_statuses(const Input& input, Report& report) {
  std::map<std::string_view, std::size_t> statuses;
  for (const Case& item : input.cases)
    if (input.in_period(item.received)) ++statuses[item.status];
  document::Table table{"status", {{"status", "Status"}, {"complaints", "Complaints", document::Align::right}}, {}};
  for (const std::string_view status : record::kStatuses)
    if (statuses[status] > 0) table.rows.push_back({{std::string(status)}, {fmt::to_string(statuses[status])}});
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("Where they stand");
}

}  // namespace

Report make_summary(const Input& input) {
  Report report{"summary", "Summary", input.meta, {}, {}, {}, {}, {}};
  report.begin_section("How many");
  add_flow(input, report);
  report.begin_section("How fast");
  add_times(report,
            {"time_to_acknowledge", "half acknowledged within", "90 % acknowledged within",
             "half, counting the unacknowledged", "time to acknowledge", "Ack."},
            input, {&Case::acknowledged});
  add_times(report,
            {"time_to_resolution", "half answered within", "90 % answered within", "half, counting the unanswered",
             "time to first answer", "Answered"},
            input, {&Case::first_responded, &Case::answered});
  report.begin_section("What was promised");
  add_kept_shares(input, report);
  report.begin_section("How it went");
  add_outcomes(input, report);
  add_escalations(input, report);
  report.measures.push_back(praise_of(input));
  add_statuses(input, report);
  add_redress(input, report);
  return report;
}

}  // namespace crmtrack::report
