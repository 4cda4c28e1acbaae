#include "ledger/main/policy_in_force.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "ledger/main/policy_files.hpp"
#include "ledger/read/contents.hpp"
#include "policy/check.hpp"
#include "policy/load.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

/// The first error of each file that has one.
std::map<std::string, policy::Finding> find_errors(const policy::Files& files,
                                                   const std::map<std::string, std::string>& unreadable) {
  std::map<std::string, policy::Finding> errors;
  for (const auto& [file, why] : unreadable) errors.emplace(file, policy::Finding{file, {1, 1}, why, false});
  for (const policy::Finding& finding : policy::find_errors(files)) errors.emplace(finding.file, finding);
  return errors;
}

class FallbackSearch {
 public:
  FallbackSearch(const git::Repository& repository, std::map<std::string, policy::Finding> errors)
      : repository_(repository), errors_(std::move(errors)) {}

  /// Goes back along first parents until each file has been found in a version without errors.
  void run(std::string commit, PolicyInForce& policy) {
    while (!errors_.empty()) {
      const std::vector<std::string> parents = read_commit(repository_, commit).parents;
      if (parents.empty()) break;
      commit = parents.front();
      restore_from(commit, policy);
    }
    for (auto& [file, error] : errors_) policy.fallbacks.push_back({std::move(error), ""});
  }

 private:
  void restore_from(const std::string& commit, PolicyInForce& policy) {
    std::map<std::string, std::string> unreadable;
    const policy::Files files = policy_files(repository_, commit, &unreadable);
    for (auto error = errors_.begin(); error != errors_.end();) {
      const std::string& name = error->first;
      const auto text = files.find(name);
      const bool is_good = unreadable.count(name) == 0 &&
                           (text == files.end() || (text->second != policy.files[name] &&
                                                    find_errors({{name, text->second}}, {}).count(name) == 0));
      if (!is_good) {
        ++error;
        continue;
      }
      policy.files.erase(name);
      if (text != files.end()) policy.files[name] = text->second;
      policy.fallbacks.push_back({std::move(error->second), commit});
      error = errors_.erase(error);
    }
  }

  const git::Repository& repository_;
  std::map<std::string, policy::Finding> errors_;
};

}  // namespace

PolicyInForce load_policy_in_force(const git::Repository& repository, const std::string& main_commit,
                                   const std::vector<std::string>& only) {
  PolicyInForce policy;
  if (main_commit.empty()) return policy;
  std::map<std::string, std::string> unreadable;
  policy.files = policy_files(repository, main_commit, &unreadable);
  const auto is_asked = [&](const auto& file) {
    return only.empty() || std::ranges::find(only, file.first) != only.end();
  };
  std::erase_if(
      policy.files, [&](const auto& file) { return !is_asked(file); });
  std::erase_if(unreadable, [&](const auto& file) { return !is_asked(file); });
  auto errors = find_errors(policy.files, unreadable);
  if (!errors.empty()) FallbackSearch(repository, std::move(errors)).run(main_commit, policy);
  return policy;
}

std::string describe_fallback(const PolicyFallback& fallback) {
  const policy::Finding& fault = fallback.fault;
  return fmt::format(
      "policy/{}:{}:{}: {}; {}", util::visible_line(fault.file), fault.mark.line, fault.mark.column, fault.message,
      fallback.commit.empty() ? "no earlier version can be read: what can be read of this one is in force"
                              : fmt::format("in force is the version of commit {}", fallback.commit.substr(0, 10)));
}

std::vector<Finding> find_policy_errors(const git::Repository& repository, const std::string& commit) {
  std::vector<Finding> found;
  std::map<std::string, std::string> unreadable;
  const policy::Files files = policy_files(repository, commit, &unreadable);
  const auto tell = [&](const std::string& file, std::string message) {
    found.push_back(
        {FindingKind::policy_invalid, Severity::fault, commit, "policy/" + file, "", std::nullopt, std::move(message)});
  };
  for (const auto& [file, why] : unreadable) tell(file, why);
  for (const policy::Finding& finding : policy::check(files)) {
    if (finding.warning) continue;
    tell(finding.file, fmt::format("{}:{}: {}", finding.mark.line, finding.mark.column, finding.message));
  }
  return found;
}

std::vector<std::string> main_allows_at(const git::Repository& repository, const std::string& commit) {
  return policy::load_settings(load_policy_in_force(repository, commit, {"settings.yaml"}).files).main_allows;
}

}  // namespace crmtrack::ledger
