#pragma once

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"
#include "query/filter.hpp"
#include "record/kind.hpp"
#include "util/time.hpp"
#include "yaml/node.hpp"

namespace crmtrack::policy {

/// An event that sets a rule off: a record of a kind, a promise, or the time of day.
struct RuleEvent {
  enum class What { record, due_soon, overdue, schedule } what = What::record;
  record::Kind kind = record::Kind::unknown;  ///< of What::record
  friend bool operator==(const RuleEvent&, const RuleEvent&) = default;
};
/// `activity`, `due_soon`.
std::string_view name_of(const RuleEvent& event);

/// Whom a rule tells: `owner`, `manager` (of the customer), `customer`, `role:R`, `team:T`, `list:L`, or an address.
struct RuleRecipient {
  enum class As { owner, manager, customer, role, team, list, person } as = As::person;
  std::string name;  ///< of a role, team or list; the address of a person
  friend bool operator==(const RuleRecipient&, const RuleRecipient&) = default;
};
/// In the order of `RuleRecipient::As`.
std::string_view name_of(RuleRecipient::As as);
/// `role:manager`, `owner`.
std::string text_of(const RuleRecipient& recipient);

/// When a rule sends nothing.
struct QuietHours {
  enum class Kind { outside_calendar, none, hours } kind = Kind::outside_calendar;
  std::chrono::minutes from{0}, to{0};  ///< of `hours`, on the wall; over midnight where `to` is not after `from`
};

enum class Digest { none, hourly, daily, weekly };
std::string_view name_of(Digest digest);

/// When a rule on `schedule` fires: each day, on a weekday, or on a day of each month (its last where the month is
/// shorter), at a time on the wall.
struct Schedule {
  enum class Each { day, week, month } each = Each::day;
  int day = 0;  ///< of a week 0 to 6, Monday first; of a month 1 to 31
  std::chrono::minutes at{0};
};
std::string text_of(const Schedule& schedule);

/// An entry of rules.yaml: on which events whom to tell what (crmtrack-rules(5)).
struct Rule {
  enum class State { on, paused, off } state = State::on;
  std::string name;
  std::vector<RuleEvent> on;
  query::Filter filter;
  std::string filter_text;
  std::vector<RuleRecipient> to;
  QuietHours quiet;
  std::string quiet_text;
  Digest digest = Digest::none;
  std::chrono::seconds dedup{0};
  std::string dedup_text;
  std::optional<Schedule> schedule;
  std::string calendar;
  std::string text;
  std::optional<util::Instant> since;  ///< events before this time do not set it off
  std::string from;
  yaml::Mark mark;
};
/// In the order of `Rule::State`.
inline constexpr std::array<std::string_view, 3> kRuleStates{"on", "paused", "off"};
std::string_view name_of(Rule::State state);

/// The rules, and the lists of people that they may name.
struct Rules {
  std::vector<Rule> rules;
  std::map<std::string, std::vector<RuleRecipient>, std::less<>> lists;
  std::vector<Finding> findings;

  /// The rules that hold on a date: of several of one name the newest that has come; without those that are off.
  [[nodiscard]] std::vector<const Rule*> holding(std::string_view date) const;
  /// The newest entry of a name; null where there is none.
  [[nodiscard]] const Rule* find(std::string_view name) const;
};

/// Reads rules.yaml and lists.yaml. Only those who tell people need them, so they are no part of `Policy`.
Rules load_rules(const Files& files, const Policy& policy);

/// The keys that a rule's filter may ask for: the facts of the complaint, and of the event `type`, `sentiment`, `ref`,
/// `promise` and `outcome`.
std::span<const query::KeySpec> rule_keys();

}  // namespace crmtrack::policy
