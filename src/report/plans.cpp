#include "report/plans.hpp"

#include <fmt/format.h>

#include <chrono>

#include "statistics/quantile.hpp"
#include "util/id.hpp"

namespace crmtrack::report {

namespace {

using document::Align;
using document::Cell;
using document::Role;

/// The steps whose first date lies in the period.
std::vector<const PlannedStep*> steps_in_period(const Input& input) {
  std::vector<const PlannedStep*> steps;
  for (const PlannedStep& step : input.steps)
    if (input.in_period(true, step.first_due)) steps.push_back(&step);
  return steps;
}

bool is_dropped(const PlannedStep& step) { return step.state == "dropped"; }
bool is_verified(const PlannedStep& step) { return step.state == "verified"; }
bool is_still_to_do(const PlannedStep& step) { return step.state == "agreed" || step.state == "slipped"; }

/// Days, as local dates differ, by which the date of a step was put off.
std::int64_t days_slipped(const Input& input, const PlannedStep& step) {
  if (!step.due || !step.first_due) return 0;
  const std::chrono::sys_days now{input.zone.date_of(*step.due)}, first{input.zone.date_of(*step.first_due)};
  return (now - first).count();
}

/// A share of steps; the complaints of its hits are its records. Steps of customers have none.
Measure share_of_steps(const char* name, const char* title, const std::vector<const PlannedStep*>& hits,
                       std::size_t denominator) {
  Measure measure = share(name, title, hits.size(), denominator);
  for (const PlannedStep* step : hits)
    if (step->complaint) measure.records.push_back(*step->complaint);
  return measure;
}

/// Verified, and done by the first date / those that are verified or whose first date is over.
void add_kept(const Input& input, const std::vector<const PlannedStep*>& steps, Report& report) {
  std::vector<const PlannedStep*> kept;
  std::size_t due = 0, dropped = 0;
  for (const PlannedStep* step : steps) {
    if (is_dropped(*step)) {
      ++dropped;
      continue;
    }
    if (!step->first_due || (!is_verified(*step) && *step->first_due >= input.meta.now)) continue;
    ++due;
    if (is_verified(*step) && step->done && *step->done <= *step->first_due) kept.push_back(step);
  }
  Measure measure = share_of_steps("steps_kept", "steps kept by their first date", kept, due);
  measure.head = "Kept";
  if (dropped > 0) measure.note = fmt::format("{} dropped", dropped);
  report.measures.push_back(std::move(measure));
}

void add_slips(const Input& input, const std::vector<const PlannedStep*>& steps, Report& report) {
  std::vector<const PlannedStep*> slipped;
  std::vector<double> days;
  std::size_t all = 0;
  for (const PlannedStep* step : steps) {
    if (is_dropped(*step)) continue;
    ++all;
    const std::int64_t put_off = days_slipped(input, *step);
    if (put_off <= 0) continue;
    slipped.push_back(step);
    days.push_back(static_cast<double>(put_off));
  }
  report.measures.push_back(share_of_steps("steps_slipped", "steps that were put off", slipped, all));
  Measure median;
  median.name = "slip_days_median";
  median.title = "by how many days, median";
  median.value = statistics::nearest_rank(days, 0.5);
  median.n = slipped.size();
  median.denominator = all;
  median.unit = "calendar_days";
  median.records = report.measures.back().records;
  report.measures.push_back(std::move(median));
}

void add_effects(const std::vector<const PlannedStep*>& steps, Report& report) {
  std::vector<const PlannedStep*> effective;
  std::size_t reviewed = 0;
  for (const PlannedStep* step : steps) {
    reviewed += step->reviewed ? 1 : 0;
    if (step->reviewed && step->effective) effective.push_back(step);
  }
  report.measures.push_back(
      share_of_steps("steps_effective", "steps that helped, of those reviewed", effective, reviewed));
}

Cell date_cell(const Input& input, const std::optional<util::Instant>& time) {
  if (!time) return {};
  return {util::format_utc(*time), util::format_date(input.zone.date_of(*time))};
}

std::string effective_text(const PlannedStep& step) {
  if (!step.reviewed) return {};
  return step.effective ? "yes" : "no";
}

std::string complaint_id_of(const Input& input, const PlannedStep& step) {
  return step.complaint ? std::string(input.cases[*step.complaint].id) : std::string();
}

void add_steps(const Input& input, const std::vector<const PlannedStep*>& steps, Report& report) {
  document::Table table{"steps",
                        {{"complaint", "Complaint"},
                         {"customer", "Customer"},
                         {"step", "Step", Align::right},
                         {"state", "State"},
                         {"goal", "Goal"},
                         {"text", "What"},
                         {"owner", "Owner"},
                         {"due", "Due"},
                         {"first_due", "First due"},
                         {"slip_days", "Slipped", Align::right},
                         {"verified_by", "Verified by"},
                         {"effective", "Effective"},
                         {"measure", "Measure"},
                         {"before", "Before"},
                         {"after", "After"}},
                        {}};
  for (const PlannedStep* step : steps) {
    const std::string id = complaint_id_of(input, *step);
    table.rows.push_back({{id, std::string(util::complaint_tail(id)), Role::id},
                          {std::string(step->customer)},
                          {fmt::to_string(step->number)},
                          {std::string(step->state)},
                          {std::string(step->goal)},
                          {std::string(step->text)},
                          {std::string(step->owner)},
                          date_cell(input, step->due),
                          date_cell(input, step->first_due),
                          {fmt::to_string(days_slipped(input, *step))},
                          {std::string(step->verified_by)},
                          {effective_text(*step)},
                          {std::string(step->measure)},
                          {std::string(step->before)},
                          {std::string(step->after)}});
  }
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("Steps");
}

/// Who has a step, by when, and what became of its date.
std::string told_terms(const Input& input, const PlannedStep& step) {
  std::string text = fmt::format("  {}, due {}", step.owner, date_cell(input, step.due).shown);
  if (const std::int64_t days = days_slipped(input, step); days != 0)
    text += fmt::format(", first due {} ({} days)", date_cell(input, step.first_due).shown, days);
  if (!step.verified_by.empty()) text += fmt::format(", verified by {}", step.verified_by);
  return text;
}

void tell_of_step(const Input& input, const PlannedStep& step, document::Lines& told) {
  const bool late = is_still_to_do(step) && step.due && *step.due < input.meta.now;
  const std::string id = complaint_id_of(input, step);
  const std::string about = id.empty() ? std::string(step.customer) : std::string(util::complaint_tail(id));
  told.lines.push_back({{fmt::format("{:<8}", late ? "overdue" : step.state), late ? Role::bad : Role::plain},
                        {"  "},
                        {about, Role::id},
                        {fmt::format("  step {}: {}", step.number, step.text)}});
  told.lines.push_back({{told_terms(input, step), Role::dim}});
  if (!step.goal.empty()) told.lines.push_back({{fmt::format("  goal: {}", step.goal), Role::dim}});
  if (step.reviewed)
    told.lines.push_back({{fmt::format("  {}: {}, {} before, {} after", step.effective ? "effective" : "not effective",
                                       step.measure, step.before, step.after),
                           Role::dim}});
}

}  // namespace

Report make_plans(const Input& input) {
  Report report{"plans", "Plans", input.meta, {}, {}, {}, {}, {}};
  const std::vector<const PlannedStep*> steps = steps_in_period(input);
  add_kept(input, steps, report);
  add_slips(input, steps, report);
  add_effects(steps, report);
  add_steps(input, steps, report);
  for (const PlannedStep* step : steps) tell_of_step(input, *step, report.told);
  return report;
}

}  // namespace crmtrack::report
