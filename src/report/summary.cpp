#include "report/summary.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <map>
#include <unordered_set>

#include "record/vocabulary.hpp"
#include "report/money.hpp"
#include "util/counted.hpp"

namespace crmtrack::report {

namespace {

struct Band {
  int from, to;
  const char* name;
};
/// Ages of the backlog in days of local dates (docs/measures.md).
constexpr std::array kBands{Band{0, 2, "0-2"},          Band{3, 5, "3-5"},     Band{6, 10, "6-10"},
                            Band{11, 20, "11-20"},      Band{21, 40, "21-40"}, Band{41, 56, "41-56"},
                            Band{57, 1'000'000, "> 56"}};

std::int64_t age_of(const Input& input, const Case& item) {
  return (std::chrono::sys_days(input.zone.date_of(input.meta.now)) -
          std::chrono::sys_days(input.zone.date_of(item.received)))
      .count();
}

void add_backlog(const Input& input, Report& report) {
  std::vector<CaseIndex> open;
  std::map<std::string, std::size_t> bands;
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const Case& item = input.cases[i];
    if (!item.open) continue;
    open.push_back(i);
    const std::int64_t age = age_of(input, item);
    for (const Band& band : kBands)
      if (age >= band.from && age <= band.to) ++bands[band.name];
  }
  report.measures.push_back(tally("backlog", "open now", open));
  report.measures.back().of_now = true;
  report.measures.back().head = "Open now";
  document::Table table{
      "backlog_age", {{"age_days", "Age in days"}, {"complaints", "Open", document::Align::right}}, {}};
  for (const Band& band : kBands) table.rows.push_back({{band.name}, {fmt::to_string(bands[band.name])}});
  if (open.empty()) table.rows.clear();
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("Backlog by age");
}

void add_flow(const Input& input, Report& report) {
  std::vector<CaseIndex> received, ended;
  std::unordered_set<std::string_view> customers;
  std::size_t without_customer = 0;
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const Case& item = input.cases[i];
    if (input.in_period(item.ended, item.first_ended)) ended.push_back(i);
    if (!input.in_period(item.received)) continue;
    received.push_back(i);
    if (item.customer.empty())
      ++without_customer;
    else
      customers.insert(item.customer);
  }
  const std::size_t volume = received.size();
  report.measures.push_back(tally("volume", "received", std::move(received)));
  report.measures.back().head = "Received";
  report.measures.back().note =
      fmt::format("from {}{}{}", util::counted(customers.size(), "customer"),
                  without_customer == 0 ? "" : fmt::format(", {} without one", without_customer),
                  input.void_count == 0 ? "" : fmt::format(", {} void left out", input.void_count));
  add_backlog(input, report);
  Measure clearance = share("clearance", "ended, for each received", std::move(ended), volume);
  clearance.head = "Ended each";
  clearance.low = clearance.high = std::nullopt;  // a ratio of two flows: no share of one, so no Wilson interval
  clearance.unit = "ratio";
  report.measures.push_back(std::move(clearance));
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

using WhichDue = std::function<bool(const Due&)>;

WhichDue of_group(Due::Group group) {
  return [group](const Due& promise) { return promise.group == group; };
}

Measure promises_kept(const Input& input, const WhichDue& which, const char* name, const char* title) {
  std::vector<CaseIndex> records;
  std::size_t kept = 0, due = 0, let_go = 0;
  for (const Due& promise : input.promises) {
    if (!which(promise) || !input.in_period(promise.due)) continue;
    if (promise.state == Due::State::let_go) ++let_go;
    if (promise.state == Due::State::kept) {
      ++kept;
      if (promise.complaint) records.push_back(*promise.complaint);
    }
    // Not yet due is neither kept nor broken.
    if (promise.state != Due::State::let_go && promise.state != Due::State::open) ++due;
  }
  Measure measure = share(name, title, kept, due);
  measure.records = std::move(records);
  if (let_go > 0) measure.note = fmt::format("{} waived or void left out", let_go);
  return measure;
}

void add_promises(const Input& input, Report& report) {
  report.measures.push_back(
      promises_kept(input, of_group(Due::Group::ours), "promises_kept", "our promises kept in time"));
  report.measures.back().head = "Kept";
  report.measures.push_back(promises_kept(
      input, [](const Due& promise) { return promise.group == Due::Group::ours && promise.is_stated; },
      "promises_kept_stated", "of these, made in words"));
  report.measures.push_back(
      promises_kept(input, of_group(Due::Group::customers), "acknowledged", "their promises kept in time"));
  report.measures.push_back(
      promises_kept(input, of_group(Due::Group::internal), "promises_kept_internal", "kept in time among ourselves"));
  report.measures.push_back(
      promises_kept(input, of_group(Due::Group::third_party), "replies_third_party", "third parties' replies in time"));
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
    Measure measure;
    measure.name = name;
    measure.title = title;
    if (n > 0) measure.value = sum / static_cast<double>(n);
    measure.n = n;
    measure.unit = unit;
    report.measures.push_back(std::move(measure));
  };
  mean("mean_peak_level", "mean peak level", peaks, received, "level");
  mean("handovers", "mean handovers", handovers, assigned, "handovers");
}

void add_praise(const Input& input, Report& report) {
  std::size_t good = 0, bad = 0, compliments = 0;
  for (const Feeling& feeling : input.feelings) {
    if (!input.in_period(feeling.at)) continue;
    good += feeling.good ? 1 : 0;
    bad += feeling.bad ? 1 : 0;
    compliments += feeling.compliment ? 1 : 0;
  }
  report.measures.push_back(share("praise", "good interactions, of good and bad", good, good + bad));
  report.measures.back().head = "Praise";
  if (compliments > 0) report.measures.back().note = util::counted(compliments, "compliment");
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
  add_promises(input, report);
  report.begin_section("How it went");
  add_outcomes(input, report);
  add_escalations(input, report);
  add_praise(input, report);
  add_statuses(input, report);
  add_redress(input, report);
  return report;
}

}  // namespace crmtrack::report
