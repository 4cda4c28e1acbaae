#include "story/clocks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "policy/calendars.hpp"
#include "policy/dated.hpp"
#include "policy/targets.hpp"
#include "record/filter_keys.hpp"
#include "util/error.hpp"

namespace crmtrack::story {

namespace {

using policy::PromiseTarget;
using record::PromiseKind;

std::string describe(const PromiseTarget& target) {
  std::string text =
      fmt::format("target {} of {}", calendar::format_target(target.target), record::name_of(target.promise));
  if (!target.filter_text.empty()) text += fmt::format(" for {}", target.filter_text);
  if (!target.from.empty()) text += fmt::format(", from {}", target.from);
  return text;
}

/// Whether an entry has come and not been retired. An empty date is after all others.
bool holds_on(const PromiseTarget& target, std::string_view date) {
  if (date.empty()) return target.valid_to.empty();
  return target.from <= date && (target.valid_to.empty() || date < target.valid_to);
}

std::string_view first_of(const std::vector<std::string>& values) {
  return values.empty() ? std::string_view{} : std::string_view(values.front());
}

/// The clock that an entry and a calendar make.
template <class Rule, class Chosen>
Clock make_clock(const Rule& rule, const Chosen& chosen) {
  return {rule.target.target,       rule.target.warn,          rule.target.remind,
          std::string(chosen.name), chosen.calendar->calendar, rule.why};
}

}  // namespace

bool operator==(const Clocks& a, const Clocks& b) {
  return a.rules_ == b.rules_ && a.calendars_ == b.calendars_ && a.projects_ == b.projects_;
}

Clocks::Clocks(const policy::Policy& policy, const util::Zone& zone) {
  std::vector<policy::CalendarEntry> entries = policy.calendars;
  policy::share_dates(entries);
  for (policy::CalendarEntry& entry : entries) {
    calendar::Plan plan;
    try {
      plan = policy::plan_of(entry, zone);
    } catch (const util::Error&) {
      without_zone_.push_back(entry.name);
      entry.zone.clear();
      plan = policy::plan_of(entry, zone);
    }
    calendars_.push_back({entry.name, entry.from, calendar::Calendar(std::move(plan))});
  }
  for (const PromiseTarget& target : policy.targets) rules_.push_back({target, describe(target)});
  for (const policy::Project& project : policy.projects)
    projects_.push_back({project.id, project.calendar, project.regulatory, project.from});
}

const Clocks::Named* Clocks::find_named(std::string_view name, std::string_view date) const {
  return policy::find_newest(
      calendars_, date, [&](const Named& each) { return each.name == name; });
}

const calendar::Calendar* Clocks::find_calendar(std::string_view name, std::string_view date) const {
  const Named* const found = find_named(name, date);
  return found == nullptr ? nullptr : &found->calendar;
}

const ClockProject* Clocks::project_of(const query::Row& facts, std::string_view date) const {
  if (projects_.empty()) return nullptr;
  const std::vector<std::string> named = facts.values("project");
  return policy::find_newest(projects_, date, [&](const ClockProject& each) { return each.id == first_of(named); });
}

/// Of the entries that have come, the first that fits. An entry is replaced by a later one with the same filter.
const Clocks::Rule* Clocks::find_rule(PromiseKind kind, const query::Row& facts, std::string_view date) const {
  for (const Rule& rule : rules_) {
    if (rule.target.promise != kind || !holds_on(rule.target, date)) continue;
    const bool is_replaced = std::any_of(rules_.begin(), rules_.end(), [&](const Rule& other) {
      return other.target.promise == kind && other.target.filter_text == rule.target.filter_text &&
             other.target.from > rule.target.from && other.target.from <= date;
    });
    if (is_replaced) continue;
    if (rule.target.filter.terms.empty() || query::matches(rule.target.filter, facts, record::fact_keys(), {}))
      return &rule;
  }
  return nullptr;
}

Clocks::ChosenCalendar Clocks::choose_calendar(const Rule& rule, const query::Row& facts, std::string_view date) const {
  if (const std::string_view name = rule.target.calendar; !name.empty())
    if (const Named* const found = find_named(name, date)) return {name, found, ChosenCalendar::By::target, nullptr};
  return choose_standing(facts, date);
}

/// The calendar of the complaint's project, else the default.
Clocks::ChosenCalendar Clocks::choose_standing(const query::Row& facts, std::string_view date) const {
  using By = ChosenCalendar::By;
  const ClockProject* const project = project_of(facts, date);
  if (project != nullptr && !project->calendar.empty())
    if (const Named* const found = find_named(project->calendar, date))
      return {project->calendar, found, By::project, project};
  return {policy::kDefaultCalendar, find_named(policy::kDefaultCalendar, date), By::nobody, nullptr};
}

const Clocks::Rule* Clocks::rule_of(PromiseKind kind, const query::Row& facts, std::string_view date,
                                    std::optional<Rule>& of_profile) const {
  const bool is_regulatory = kind == PromiseKind::final_response || kind == PromiseKind::summary;
  const ClockProject* const project = is_regulatory ? project_of(facts, date) : nullptr;
  if (is_regulatory && (project == nullptr || project->regulatory.empty())) return nullptr;
  if (const Rule* const rule = find_rule(kind, facts, date)) return rule;
  if (!is_regulatory) return nullptr;
  for (const PromiseTarget& target : policy::regulatory_targets(project->regulatory)) {
    if (target.promise != kind) continue;
    of_profile = Rule{target, fmt::format("{}, by the regulatory profile {} of project {}", describe(target),
                                          project->regulatory, project->id)};
    return &*of_profile;
  }
  return nullptr;
}

const calendar::Calendar* Clocks::calendar_of(const query::Row& facts, util::Instant start) const {
  const Named* const found = choose_standing(facts, policy::date_of_entries(start)).calendar;
  return found == nullptr ? nullptr : &found->calendar;
}

std::shared_ptr<const Clock> Clocks::find(PromiseKind kind, const query::Row& facts, util::Instant start) const {
  const std::string date = policy::date_of_entries(start);
  std::optional<Rule> of_profile;
  const Rule* const rule = rule_of(kind, facts, date, of_profile);
  if (rule == nullptr) return nullptr;
  const ChosenCalendar chosen = choose_calendar(*rule, facts, date);
  if (chosen.calendar == nullptr) return nullptr;
  if (of_profile) return std::make_shared<const Clock>(make_clock(*rule, chosen));
  const std::pair key(static_cast<std::size_t>(rule - rules_.data()),
                      static_cast<std::size_t>(chosen.calendar - calendars_.data()));
  const std::lock_guard guard(made_->lock);
  auto& clock = made_->clocks[key];
  if (clock == nullptr) clock = std::make_shared<const Clock>(make_clock(*rule, chosen));
  return clock;
}

std::optional<ClockChoice> Clocks::choose(PromiseKind kind, const query::Row& facts, util::Instant start) const {
  const std::string date = policy::date_of_entries(start);
  std::optional<Rule> of_profile;
  const Rule* const rule = rule_of(kind, facts, date, of_profile);
  if (rule == nullptr) return std::nullopt;
  const ChosenCalendar chosen = choose_calendar(*rule, facts, date);
  if (chosen.calendar == nullptr) return std::nullopt;
  ClockChoice choice{make_clock(*rule, chosen), std::nullopt, ""};
  if (!of_profile) choice.entry = rule->target.mark;
  switch (chosen.by) {
    case ChosenCalendar::By::target:
      choice.calendar_why = "named by the target";
      break;
    case ChosenCalendar::By::project:
      choice.calendar_why = fmt::format("of project {}", chosen.project->id);
      break;
    case ChosenCalendar::By::nobody:
      choice.calendar_why = "nothing names another";
  }
  return choice;
}

}  // namespace crmtrack::story
