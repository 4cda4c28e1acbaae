#include "session/policy_edit.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/main/commit.hpp"
#include "ledger/main/policy_files.hpp"
#include "policy/check.hpp"
#include "policy/load.hpp"
#include "policy/sheet.hpp"
#include "policy/templates.hpp"
#include "policy/text/edit.hpp"
#include "session/rights.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

/// The policy of this commit of main, with the template of a file that is missing.
policy::Files files_of(Session& session, const std::string& seen, std::string_view file) {
  policy::Files files = ledger::policy_files(session.ledger().repository(), seen);
  if (files.find(std::string(file)) == files.end())
    files[std::string(file)] = policy::templates().at(std::string(file));
  return files;
}

struct Edited {
  std::string text;
  std::vector<policy::Finding> warnings;  ///< that were not there before
};

/// Throws Error(refused) where the edit does not fit this policy, or the policy does not let the user make it.
Edited apply(const PolicyRewrite& edit, const policy::Files& files, const OwnRights& rights) {
  Edited edited{edit.rewrite(files), {}};
  rights.require(policy::Right::policy);
  policy::Files after = files;
  after[edit.file] = edited.text;
  edited.warnings = require_sound_policy(files, after, edit.key);
  return edited;
}

/// Others may edit policy at the same time: the text that is committed is made from main as it is then, and judged by
/// it.
void land(Session& session, const PolicyRewrite& edit, const std::string& seen, const std::string& text) {
  const std::string message = edit.why.empty() ? edit.subject : fmt::format("{}\n\n{}\n", edit.subject, edit.why);
  const auto text_at = [&](const std::string& commit) {
    if (commit == seen) return text;
    const policy::Files files = files_of(session, commit, edit.file);
    return apply(edit, files, OwnRights(session, policy::load(files))).text;
  };
  const auto change_at = [&](const std::string& commit) {
    return ledger::MainChange{{{"policy/" + edit.file, text_at(commit)}}, message};
  };
  ledger::edit_main(session.ledger(), change_at, session.timestamp());
}

/// `reason`, as a sentence names an entry of reasons.yaml.
std::string_view noun_of(std::string_view file) {
  if (file == "people.yaml") return "person";
  if (file == "reasons.yaml") return "reason";
  if (file == "projects.yaml") return "project";
  if (file == "targets.yaml") return "target";
  if (file == "rules.yaml") return "rule";
  return file == "levels.yaml" ? "level" : "form";
}

}  // namespace

std::vector<policy::Finding> require_sound_policy(const policy::Files& before, const policy::Files& after,
                                                  const std::string& key) {
  std::vector<std::string> known;
  for (const policy::Finding& finding : policy::check(before)) known.push_back(finding.file + finding.message);
  std::vector<policy::Finding> warnings;
  for (policy::Finding& finding : policy::check(after)) {
    if (std::find(known.begin(), known.end(), finding.file + finding.message) != known.end()) continue;
    if (!finding.warning)
      throw Error(ErrorKind::refused, fmt::format("cannot change policy for '{}': {}:{}:{}: {}", key, finding.file,
                                                  finding.mark.line, finding.mark.column, finding.message));
    warnings.push_back(std::move(finding));
  }
  return warnings;
}

PolicyEdited edit_policy_file(Session& session, const PolicyRewrite& edit) {
  const std::string seen = session.ledger().main_head();
  const policy::Files files = files_of(session, seen, edit.file);
  Edited edited = apply(edit, files, OwnRights(session));
  if (!session.settings().dry_run) {
    land(session, edit, seen, edited.text);
    session.refresh();
  }
  for (const policy::Finding& warning : edited.warnings)
    session.warn(
        fmt::format("policy/{}:{}:{}: {}", warning.file, warning.mark.line, warning.mark.column, warning.message));
  return {edit.file, edit.key, edit.subject, std::move(edited.text)};
}

std::string text_to_edit(const policy::Files& files, std::string_view file) {
  const std::string name(file);
  const std::string& text = files.at(name);
  return policy::says_nothing(text) ? policy::templates().at(name) : text;
}

PolicyEdited add_policy_entry(Session& session, std::string_view file, const std::string& key, const yaml::Node& entry,
                              const std::string& why, const std::optional<yaml::Node>& besides) {
  const std::string name(file);
  return edit_policy_file(session, {.file = name,
                                    .key = key,
                                    .subject = fmt::format("add {} {}", noun_of(file), key),
                                    .why = why,
                                    .rewrite = [&](const policy::Files& files) {
                                      const std::string text = policy::add_entry(file, files.at(name), entry);
                                      return besides ? policy::add_entry(file, text, *besides) : text;
                                    }});
}

PolicyEdited edit_policy_entry(Session& session, std::string_view file, const std::string& key,
                               const yaml::Node& fields, std::string_view verb, const std::string& why) {
  const std::string name(file);
  return edit_policy_file(session, {.file = name,
                                    .key = key,
                                    .subject = fmt::format("{} {} {}", verb, noun_of(file), key),
                                    .why = why,
                                    .rewrite = [&](const policy::Files& files) {
                                      return policy::edit_entry(file, files.at(name), key, fields);
                                    }});
}

std::string today_of(Session& session) {
  return util::format_date(session.ledger_zone().date_of(std::chrono::floor<std::chrono::seconds>(session.clock())));
}

}  // namespace crmtrack::session
