#include "ledger/main_judge.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/main_paths.hpp"
#include "ledger/policy_in_force.hpp"
#include "util/text.hpp"

namespace crmtrack::ledger {
namespace {

class MainJudge {
 public:
  MainJudge(const Repository& repository, const AuditedHistory& history, Judge& judge,
            const std::vector<std::string>& allows, std::vector<Finding>& findings)
      : objects_(repository.objects), history_(history), judge_(judge), allows_(allows), findings_(findings) {}

  void run() {
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) {
      look_at_policy(i);
      look_at_paths(i);
    }
  }

 private:
  /// The folder, or whatever else stands in its place.
  using Policy = std::optional<ObjectId>;

  [[nodiscard]] Policy policy_of(const ObjectId& commit) const {
    const auto found = objects_.find_path(objects_.read_commit(commit).tree, "policy");
    return found ? std::optional(found->first.id()) : std::nullopt;
  }

  void look_at_policy(std::size_t number) {
    const auto parents = history_.walk.parents_of(number);
    if (parents.empty()) return;  // nothing was decided before
    const Policy now = policy_of(history_.walk.commits[number].id);
    if (parents.size() == 1 ? policy_of(parents.front()) == now : is_plain_merge(parents, now)) return;
    for (const ObjectId& parent : parents) {
      const std::string policy = parent.hex();
      const Writer writer{history_.author_of(number), policy, history_.walk.commits[number].time};
      if (const auto why = judge_.policy_refusal(writer)) {
        findings_.push_back(history_.blame(FindingKind::policy_not_allowed, number, "policy", *why));
        return;
      }
    }
  }

  /// Whether a merge takes the policy of one side, and the others have not changed theirs since it went apart.
  [[nodiscard]] bool is_plain_merge(std::span<const ObjectId> parents, const Policy& now) {
    return std::ranges::any_of(parents, [&](const ObjectId& side) {
      return policy_of(side) == now && std::ranges::all_of(parents, [&](const ObjectId& other) {
               return policy_of(other) == now || has_not_changed(side, other);
             });
    });
  }

  [[nodiscard]] bool has_not_changed(const ObjectId& side, const ObjectId& other) {
    const Policy policy = policy_of(other);
    const auto common = judge_.history()->common(side.hex(), other.hex());
    if (common.empty()) return !policy;
    return std::ranges::all_of(common,
                               [&](const std::string& commit) { return policy_of(get_object_id(commit)) == policy; });
  }

  void look_at_paths(std::size_t number) {
    std::vector<ObjectId> before;
    for (const ObjectId& parent : history_.walk.parents_of(number)) {
      before.push_back(objects_.read_commit(parent).tree);
    }
    for (MainPathFault& fault : find_main_path_faults(objects_, before, history_.walk.trees[number], allows_)) {
      findings_.push_back(history_.blame(FindingKind::file_of_main, number, fault.path, std::move(fault.message)));
      if (fault.is_grave) findings_.back().severity = Severity::fault;
    }
  }

  const ObjectStore& objects_;
  const AuditedHistory& history_;
  Judge& judge_;
  const std::vector<std::string>& allows_;
  std::vector<Finding>& findings_;
};

}  // namespace

void judge_main(const Repository& repository, const AuditedHistory& history, Judge& judge,
                const std::vector<std::string>& allows, std::vector<Finding>& findings) {
  MainJudge(repository, history, judge, allows, findings).run();
}

std::vector<Finding> find_policy_errors(const Ledger& ledger, const std::string& commit) {
  std::vector<Finding> found;
  std::map<std::string, std::string> unreadable;
  const policy::Files files = ledger.policy_files(commit, &unreadable);
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

std::vector<std::string> main_allows_at(const Ledger& ledger, const std::string& commit) {
  return policy::load(load_policy_in_force(ledger, commit, {"settings.yaml"}).files).settings.main_allows;
}

}  // namespace crmtrack::ledger
