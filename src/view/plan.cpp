#include "view/plan.hpp"

#include <fmt/format.h>

#include <chrono>

#include "story/short_record.hpp"
#include "view/local_time.hpp"

namespace crmtrack::view {

using document::Line;
using document::Lines;
using document::Role;
using document::Value;

namespace {

/// The state of a step for people: `overdue` in place of a date that has passed.
std::string shown_state(const Setting& setting, const story::Step& step) {
  const bool late = story::is_to_do(step) && step.due_at && setting.now > *step.due_at;
  return late ? "overdue" : std::string(record::name_of(step.state));
}

Role step_role(const std::string& state) {
  if (state == "overdue") return Role::bad;
  if (state == "verified") return Role::good;
  return state == "dropped" ? Role::dim : Role::warning;
}

/// Who has it, by when, and what became of it.
std::string step_terms(const Setting& setting, const story::Step& step, const std::vector<story::Step>& steps) {
  std::string text = step.owner;
  if (step.due_at) text += ", due " + local_time(setting.zone, *step.due_at);
  if (step.first_due_at && step.first_due_at != step.due_at)
    text += ", first due " + local_time(setting.zone, *step.first_due_at);
  if (step.done_at && !step.done_by.empty())
    text += fmt::format(", done {} by {}", local_time(setting.zone, *step.done_at), step.done_by);
  if (!step.verified_by.empty()) text += fmt::format(", verified by {}", step.verified_by);
  if (story::waits_for_verification(step)) text += ", not verified yet";
  if (const auto before = story::waits_for(step, steps); !before.empty())
    text += fmt::format(", waits for step {}", fmt::join(before, ", "));
  return text;
}

std::string effect_line(const story::StepEffect& effect) {
  std::string text = effect.effective ? "effective: " : "not effective: ";
  text += effect.measure;
  if (!effect.before.empty()) text += fmt::format(", {} before", effect.before);
  if (!effect.after.empty()) text += fmt::format(", {} after", effect.after);
  return text + fmt::format(" ({})", effect.by);
}

void tell_step(const Setting& setting, const story::Step& step, const std::vector<story::Step>& steps,
               const std::vector<story::Entry>& entries, Lines& lines) {
  const auto below = [&](std::string text) { lines.lines.push_back({{"       " + std::move(text), Role::dim}}); };
  const std::string state = shown_state(setting, step);
  lines.lines.push_back({{fmt::format("{:>3}  ", step.number), Role::strong},
                         {fmt::format("{:<8}", state), step_role(state)},
                         {fmt::format("  {}  ", step.text)},
                         {story::short_record(entries, step.record), Role::id}});
  below(step_terms(setting, step, steps));
  if (!step.goal.empty()) below("goal: " + step.goal);
  if (!step.why.empty()) below("why: " + step.why);
  if (step.effect) below(effect_line(*step.effect));
}

Value text_or_none(const std::string& text) { return text.empty() ? Value() : Value(text); }
Value time_or_none(const std::optional<util::Instant>& time) { return time ? Value(util::format_utc(*time)) : Value(); }

Value effect_value(const story::Step& step) {
  if (!step.effect) return {};
  Value value;
  value.set("measure", step.effect->measure);
  value.set("before", text_or_none(step.effect->before));
  value.set("after", text_or_none(step.effect->after));
  value.set("effective", step.effect->effective);
  value.set("by", step.effect->by);
  value.set("at", util::format_utc(step.effect->at));
  value.set("record", step.effect->record);
  return value;
}

Value step_value(const Setting& setting, const story::Step& step, const std::vector<story::Step>& steps) {
  Value::List needs, waiting;
  for (const std::string& record : step.needs) needs.emplace_back(record);
  for (const int number : story::waits_for(step, steps)) waiting.emplace_back(number);
  Value value;
  value.set("step", step.number);
  value.set("record", step.record);
  value.set("state", std::string(record::name_of(step.state)));
  value.set("text", text_or_none(step.text));
  value.set("goal", text_or_none(step.goal));
  value.set("owner", text_or_none(step.owner));
  value.set("agreed_by", step.agreed_by);
  value.set("agreed_at", util::format_utc(step.agreed_at));
  value.set("due_at", time_or_none(step.due_at));
  value.set("first_due_at", time_or_none(step.first_due_at));
  value.set("slip_days", slip_days(setting.zone, step));
  value.set("needs", std::move(needs));
  value.set("waits_for", std::move(waiting));
  value.set("why", text_or_none(step.why));
  value.set("done_by", text_or_none(step.done_by));
  value.set("done_at", time_or_none(step.done_at));
  value.set("verified_by", text_or_none(step.verified_by));
  value.set("verified_at", time_or_none(step.verified_at));
  value.set("effect", effect_value(step));
  return value;
}

}  // namespace

std::int64_t slip_days(const util::Zone& zone, const story::Step& step) {
  if (!step.due_at || !step.first_due_at) return 0;
  return (std::chrono::sys_days{zone.date_of(*step.due_at)} - std::chrono::sys_days{zone.date_of(*step.first_due_at)})
      .count();
}

void add_plan(const Setting& setting, const std::vector<story::Step>& steps, const std::vector<story::Entry>& entries,
              document::Document& document) {
  if (steps.empty()) return;
  document.add(document::Heading{"Plan", 2});
  Lines lines;
  for (const story::Step& step : steps) tell_step(setting, step, steps, entries, lines);
  document.add(std::move(lines));
}

Value::List plan_value(const Setting& setting, const std::vector<story::Step>& steps) {
  Value::List list;
  for (const story::Step& step : steps) list.push_back(step_value(setting, step, steps));
  return list;
}

}  // namespace crmtrack::view
