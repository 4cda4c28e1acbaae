#include "report/promises.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "record/vocabulary.hpp"
#include "report/figures.hpp"
#include "report/kept.hpp"

namespace crmtrack::report {

namespace {

using document::Align;
using Group = Due::Group;

struct Side {
  Group group;
  const char* word;  ///< in tables
  const char* loops;
  const char* title;
};
constexpr std::array kSides{Side{Group::ours, "ours", "open_ours", "ours to the customer, open now"},
                            Side{Group::customers, "theirs", "open_theirs", "theirs, open now"},
                            Side{Group::internal, "among ourselves", "open_internal", "among ourselves, open now"},
                            Side{Group::third_party, "third parties", "open_third_party", "third parties', open now"}};

Measure loops_of(const Input& input, const Side& side) {
  Measure measure = figure(side.loops, side.title, "promises", 0, 0);
  std::size_t overdue = 0;
  for (const Loop& promise : input.loops) {
    if (promise.group != side.group) continue;
    ++*measure.n;
    overdue += promise.due && *promise.due < input.meta.now ? 1 : 0;
    if (promise.complaint) measure.records.push_back(*promise.complaint);
  }
  measure.value = static_cast<double>(*measure.n);
  if (overdue > 0) measure.note = fmt::format("{} overdue", overdue);
  measure.of_now = true;
  return measure;
}

/// How long promises of both sides have been open.
void add_loops(const Input& input, Report& report) {
  constexpr double kDay = 86'400;
  for (const Side& side : kSides) report.measures.push_back(loops_of(input, side));
  report.measures[report.measures.size() - kSides.size()].head = "Open now";
  std::vector<double> ages;
  for (const Loop& promise : input.loops)
    ages.push_back(std::max(0.0, static_cast<double>((input.meta.now - promise.started).count()) / kDay));
  const std::size_t first = report.measures.size();
  add_quantiles(report, "open_age", "half of these are older than", "one in ten is older than", ages);
  for (std::size_t i = first; i < report.measures.size(); ++i) report.measures[i].of_now = true;
}

/// By side and kind, what became of the promises that were due in the period.
void add_kinds(const Input& input, Report& report) {
  using State = Due::State;
  std::map<std::pair<Group, record::PromiseKind>, std::map<State, std::size_t>> kinds;
  for (const Due& promise : input.promises)
    if (input.in_period(promise.due)) ++kinds[{promise.group, promise.kind}][promise.state];
  document::Table table{"kinds",
                        {{"side", "Whose"},
                         {"promise", "Promise"},
                         {"kept", "In time", Align::right},
                         {"kept_late", "Late", Align::right},
                         {"overdue", "Overdue", Align::right},
                         {"open", "To come", Align::right},
                         {"let_go", "Let go", Align::right}},
                        {}};
  for (const Side& side : kSides)
    for (auto& [which, states] : kinds) {
      if (which.first != side.group) continue;
      std::vector<document::Cell> row{{side.word}, {std::string(record::name_of(which.second))}};
      for (const State state : {State::kept, State::kept_late, State::overdue, State::open, State::let_go})
        row.push_back({fmt::to_string(states[state])});
      table.rows.push_back(std::move(row));
    }
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("What became of them");
}

/// How sure the records are by which promises due in the period were kept, from the weakest on.
void add_evidence(const Input& input, Report& report) {
  std::map<std::int8_t, std::map<Group, std::size_t>> kept;
  for (const Due& promise : input.promises) {
    const bool is_kept = promise.state == Due::State::kept || promise.state == Due::State::kept_late;
    if (is_kept && input.in_period(promise.due)) ++kept[promise.evidence][promise.group];
  }
  document::Table table{"evidence",
                        {{"evidence", "Kept by"},
                         {"ours", "Ours", Align::right},
                         {"theirs", "Theirs", Align::right},
                         {"third_party", "Third parties", Align::right},
                         {"internal", "Among ourselves", Align::right}},
                        {}};
  for (auto& [evidence, groups] : kept) {
    std::vector<document::Cell> row{
        {evidence < 0 ? "another record" : std::string(record::kEvidence[static_cast<std::size_t>(evidence)])}};
    for (const Group group : {Group::ours, Group::customers, Group::third_party, Group::internal})
      row.push_back({fmt::to_string(groups[group])});
    table.rows.push_back(std::move(row));
  }
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("By which evidence");
}

}  // namespace

Report make_promises(const Input& input) {
  Report report{"promises", "Promises", input.meta, {}, {}, {}, {}, {}};
  report.begin_section("Kept in time");
  add_kept_shares(input, report);
  report.begin_section("Open loops");
  add_loops(input, report);
  add_kinds(input, report);
  add_evidence(input, report);
  return report;
}

}  // namespace crmtrack::report
