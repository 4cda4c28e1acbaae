#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/plan.hpp"
#include "calendar/target.hpp"
#include "policy/right.hpp"
#include "policy/settings.hpp"
#include "query/filter.hpp"
#include "record/vocabulary.hpp"
#include "yaml/node.hpp"

namespace re2 {
class RE2;
}

namespace crmtrack::policy {

// Every entry may carry `from`, the first ISO date on which it holds. Of several with one key the newest that has come
// holds; one without `from` has always held. Where a function takes a `date` and it is empty, all dates have come.

/// A contact reason (docs/domain.md, Reasons). Never deleted: a retired one stays readable and refuses new use.
struct Reason {
  std::string code, label, question;
  std::string valid_from,
      valid_to;  ///< ISO dates, empty: unbounded; valid_to is the first day on which it no longer holds
  std::string replaced_by;
  std::vector<std::string> synonyms;
  std::string why, approved_by;
  std::string from;
  yaml::Mark mark;
  [[nodiscard]] bool active_on(std::string_view date) const;
};

struct Person {
  std::string email, name, role, team;
  std::string valid_to;  ///< retired from this day on
  std::string from;
  yaml::Mark mark;
};

struct Project {
  std::string id, name, manager, calendar, regulatory;
  std::map<int, std::vector<std::string>> people;  ///< who stands at each escalation level
  std::string valid_to;
  std::string from;
  yaml::Mark mark;
};

/// An escalation level. Where a project names no person for it, the people with `role` stand there.
struct Level {
  int level = 0;
  std::string name, role;
  std::string valid_to;  ///< takes no new escalations from this day on
  std::string from;
  yaml::Mark mark;
};

/// A calendar of calendars.yaml (crmtrack-calendars(5)): when it is open, in its own zone or, without one, the
/// ledger's.
struct CalendarEntry {
  std::string name;
  std::string zone;
  calendar::Week week;
  std::map<calendar::Date, std::string> holidays;
  std::map<calendar::Date, calendar::Exception> exceptions;
  std::string from;
  yaml::Mark mark;
};

/// An entry of targets.yaml: how long a promise of this kind may take, where the filter selects the complaint. Of those
/// that have come, the first that fits holds.
struct PromiseTarget {
  record::PromiseKind promise = record::PromiseKind::acknowledge;
  calendar::Target target;
  query::Filter filter;
  std::string filter_text;
  std::string calendar;  ///< empty: the project's, else the default
  std::vector<calendar::WarningPoint> warn;
  std::string valid_to;                  ///< promises that begin on this day or later have it no more
  std::vector<calendar::Target> remind;  ///< of `confirm`: when to remind the customer
  std::string from;
  yaml::Mark mark;
};

/// A rung of a ladder: at a share of a promise's target it tells the owner, or takes the complaint to a level.
struct LadderRung {
  enum class To { owner, level, next } to = To::level;
  std::int64_t share = calendar::kWholeTarget;  ///< in hundredths of a percent
  int level = 0;                                ///< of To::level
  friend bool operator==(const LadderRung&, const LadderRung&) = default;
};

/// An entry of ladders.yaml: what happens when promises of ours break. Of those that have come, the first that fits
/// holds (crmtrack-ladders(5)).
struct Ladder {
  query::Filter filter;
  std::string filter_text;
  std::vector<record::PromiseKind> promises;  ///< none: all of ours but `accept`
  std::vector<LadderRung> rungs;              ///< by share
  std::string from;
  yaml::Mark mark;
};

/// A form: the fields that a complaint must have if the filter selects it.
struct Form {
  std::string name;  ///< optional: the name by which an edit finds it; else the filter
  query::Filter filter;
  std::string filter_text;
  std::vector<std::string> require;
  std::map<std::string, std::string> match;                         ///< field → RE2 pattern, matched in full
  std::map<std::string, std::shared_ptr<const re2::RE2>> compiled;  ///< those patterns, ready
  std::string example;
  std::string from;
  yaml::Mark mark;
};

/// An entry of rights.yaml: the right belongs to these roles alone, to nobody where there are none.
struct Grant {
  Right right = Right::close;
  std::vector<std::string> roles;
  std::string from;
  yaml::Mark mark;
};

/// The statement of what records may be used for (charter.yaml), and who has signed it.
struct Charter {
  std::string statement;               ///< empty: policy has none
  std::vector<std::string> signed_by;  ///< mail addresses; none: a draft
};

/// Something wrong in a policy file: `file:line:column: message`. A warning leaves the entry in force.
struct Finding {
  std::string file;
  yaml::Mark mark;
  std::string message;
  bool warning = false;
};

/// The files of `policy/` on main, by name without folder (`reasons.yaml`).
using Files = std::map<std::string, std::string>;

/// The decisions of the managers, as typed values: each file's entries, or the built-in default where the file is
/// missing.
struct Policy {
  std::vector<Reason> reasons;
  std::vector<Person> people;
  std::vector<Project> projects;
  std::vector<Level> levels;
  std::vector<Form> forms;
  std::vector<Grant> rights;
  std::vector<CalendarEntry> calendars;
  std::vector<PromiseTarget> targets;
  std::vector<Ladder> ladders;
  int silence_days = 14;
  int reopen_days = 30;
  Settings settings;
  Charter charter;
  query::Filter inbox;            ///< which mails become complaints, where `inbox` of the settings is a filter
  std::vector<Finding> findings;  ///< entries with errors; they are left out

  [[nodiscard]] const Reason* find_reason(std::string_view code_or_synonym, std::string_view date = {}) const;
  /// The person with this address, whatever its case, or with this name, if one person alone has it.
  [[nodiscard]] const Person* find_person(std::string_view email_or_name, std::string_view date = {}) const;
  [[nodiscard]] const Project* find_project(std::string_view id, std::string_view date = {}) const;
  [[nodiscard]] std::string level_name(int level,
                                       std::string_view date = {}) const;  ///< `level 2` where it has no name
  /// The level with this number or name; nullopt where there is none.
  [[nodiscard]] std::optional<int> find_level(std::string_view text) const;
  /// The people who stand at this level for a project: its own people, else its manager where the level's role is
  /// `project_manager`, else the people with the level's role who are not retired; may be empty.
  [[nodiscard]] std::vector<std::string> people_at(std::string_view project, int level,
                                                   std::string_view date = {}) const;
};

}  // namespace crmtrack::policy
