#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/right.hpp"
#include "policy/settings.hpp"
#include "query/filter.hpp"
#include "query/filter_match.hpp"
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
  int silence_days = 14;
  int reopen_days = 30;
  Settings settings;
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

/// Reads the files. Never throws for their content: errors go to `findings`, and all else holds.
Policy load(const Files& files);
/// The findings of `policy check`: those of `load`, and those that only show across entries (duplicate codes, a
/// replacement that does not exist, a filter on folded state, too many active reasons, a manager that is nobody). In
/// order of file and place. No message names a line, so that a finding reads alike after an edit elsewhere. A reason
/// that ends on or before `today` (an ISO date) is not active; without `today`, one that has an end.
std::vector<Finding> check(const Files& files, std::string_view today = {});
/// The files in the form that the machine reads fastest: without comments, in canonical form. A file that has findings
/// stays as written, so that their places stay true.
Files canonical(const Files& files);
/// The first line that Git's merge left behind in a file; nullopt where there is none.
std::optional<yaml::Mark> find_conflict_marker(std::string_view text);
/// The commented files that `init` writes.
Files templates();

/// A field that a complaint lacks by a form, with the reason and an example.
struct FormFault {
  std::string field, why, example;
};
std::vector<FormFault> check_forms(const Policy& policy, const query::Row& facts, const yaml::Node& fields,
                                   std::string_view date = {});

/// Adds an entry to a file's text, and keeps its comments and order. Returns the new text, which has been read again
/// and means exactly the change. Throws Error(refused) where the entry exists already or the file cannot be edited
/// safely, Error(conflict) where the file has conflict markers.
std::string add_entry(std::string_view file_name, std::string_view text, const yaml::Node& entry);
/// Sets fields of the entry whose key field is `key` (`code`, `email`, `id`, `level`; of forms `name` or `filter`), as
/// add_entry edits. Of several with that key, it changes the one with the newest `from`. Throws Error(not_found) where
/// there is none.
std::string edit_entry(std::string_view file_name, std::string_view text, std::string_view key,
                       const yaml::Node& fields);

}  // namespace crmtrack::policy
