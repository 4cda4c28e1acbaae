#include "report/targets.hpp"

#include <fmt/format.h>

#include <array>

#include "report/kept.hpp"

namespace crmtrack::report {

namespace {

using document::Align;
using record::PromiseKind;

struct Target {
  PromiseKind kind;
  const char* name;
  const char* title;
  const char* head;
};
/// The promises of ours to the customer whose time policy sets.
constexpr std::array kTargets{
    Target{PromiseKind::acknowledge, "attainment_acknowledge", "acknowledged in time", "Ack."},
    Target{PromiseKind::first_response, "attainment_first_response", "first response in time", "First"},
    Target{PromiseKind::update, "attainment_update", "updates in time", "Updates"},
    Target{PromiseKind::resolution, "attainment_resolution", "resolution in time", "Resolved"},
    Target{PromiseKind::final_response, "attainment_final_response", "final response in time", "Final"},
    Target{PromiseKind::summary, "attainment_summary", "summary in time", "Summary"}};

bool has_target(const Due& promise, PromiseKind kind) {
  return promise.group == Due::Group::ours && promise.kind == kind;
}

struct Counts {
  std::size_t kept = 0, late = 0, overdue = 0, open = 0, let_go = 0;
};

Counts count(const Input& input, PromiseKind kind) {
  Counts counts;
  for (const Due& promise : input.promises) {
    if (!has_target(promise, kind) || !input.in_period(promise.due)) continue;
    using State = Due::State;
    counts.kept += promise.state == State::kept ? 1 : 0;
    counts.late += promise.state == State::kept_late ? 1 : 0;
    counts.overdue += promise.state == State::overdue ? 1 : 0;
    counts.open += promise.state == State::open ? 1 : 0;
    counts.let_go += promise.state == State::let_go ? 1 : 0;
  }
  return counts;
}

void add_table(const Input& input, Report& report) {
  document::Table table{"targets",
                        {{"promise", "Promise"},
                         {"kept", "In time", Align::right},
                         {"kept_late", "Late", Align::right},
                         {"overdue", "Overdue", Align::right},
                         {"open", "To come", Align::right},
                         {"let_go", "Let go", Align::right}},
                        {}};
  for (const Target& target : kTargets) {
    const Counts counts = count(input, target.kind);
    if (counts.kept + counts.late + counts.overdue + counts.open + counts.let_go == 0) continue;
    table.rows.push_back({{std::string(record::name_of(target.kind))},
                          {fmt::to_string(counts.kept)},
                          {fmt::to_string(counts.late)},
                          {fmt::to_string(counts.overdue)},
                          {fmt::to_string(counts.open)},
                          {fmt::to_string(counts.let_go)}});
  }
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("By promise");
}

}  // namespace

Report make_targets(const Input& input) {
  Report report{"targets", "Targets", input.meta, {}, {}, {}, {}, {}};
  const auto is_any = [](const Due& promise) {
    for (const Target& target : kTargets)
      if (has_target(promise, target.kind)) return true;
    return false;
  };
  report.measures.push_back(kept_share(input, is_any, "attainment", "targets met in time"));
  report.measures.back().head = "All";
  for (const Target& target : kTargets) {
    report.measures.push_back(kept_share(
        input, [&](const Due& promise) { return has_target(promise, target.kind); }, target.name, target.title));
    report.measures.back().head = target.head;
  }
  add_table(input, report);
  return report;
}

}  // namespace crmtrack::report
