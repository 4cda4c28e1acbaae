#include "ledger/main_judge.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/audit.hpp"
#include "ledger/histories.hpp"
#include "ledger/main_paths.hpp"
#include "ledger/policy_in_force.hpp"
#include "util/text.hpp"

namespace crmtrack::ledger {
namespace {

class MainJudge {
 public:
  MainJudge(const Repository& repository, const AuditedHistory& history, Judge& judge, const MainRules& rules,
            std::vector<Finding>& findings)
      : objects_(repository.objects), history_(history), judge_(judge), rules_(rules), findings_(findings) {}

  void run() {
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) {
      look_at_beginning(i);
      look_at_policy(i);
      look_at_paths(i);
    }
    for (Refused& refused : refused_) {
      if (is_taken_in(refused.commit)) continue;
      findings_.push_back(
          history_.blame(FindingKind::policy_not_allowed, refused.commit, refused.path, std::move(refused.why)));
    }
  }

 private:
  /// The folder, or whatever else stands in its place.
  using Policy = std::optional<ObjectId>;
  struct Refused {
    std::size_t commit;
    std::string_view path;
    std::string why;
  };

  [[nodiscard]] Policy policy_of(const ObjectId& commit) const {
    const auto found = objects_.find_path(objects_.read_commit(commit).tree, "policy");
    return found ? std::optional(found->first.id()) : std::nullopt;
  }

  /// On a server: nothing from a history that began elsewhere, and nothing whose time has not come, for a right may
  /// begin on a later day.
  void look_at_beginning(std::size_t number) {
    if (!rules_.receiving) return;
    const bool is_foreign = history_.older && history_.walk.parents_of(number).empty();
    if (is_foreign) tell(number, "begins a history of its own, which is none of this main's");
    if (history_.walk.commits[number].time > rules_.now + kClockOff)
      tell(number, "is dated in the future: set the clock, and commit it again (git commit --amend --reset-author)");
  }

  void tell(std::size_t number, std::string message) {
    findings_.push_back(history_.blame(FindingKind::policy_not_allowed, number, "", std::move(message)));
  }

  void look_at_policy(std::size_t number) {
    const auto parents = history_.walk.parents_of(number);
    if (parents.empty()) return;  // nothing was decided before
    const Policy now = policy_of(history_.walk.commits[number].id);
    const bool needs_right = parents.size() == 1 ? policy_of(parents.front()) != now : !is_plain_merge(parents, now);
    for (const ObjectId& parent : parents) {
      if (auto why = find_refusal(number, parent, needs_right)) {
        refused_.push_back({number, needs_right ? "policy" : "", std::move(*why)});
        return;
      }
    }
  }

  /// Whoever is not in the directory changes nothing on main; policy needs the right to change it. Both must hold when
  /// the commit says that it was made, but neither before the commit that it follows nor in the future, whatever its
  /// own date says; and on a server when it is pushed.
  [[nodiscard]] std::optional<std::string> find_refusal(std::size_t number, const ObjectId& parent, bool needs_right) {
    const std::string policy = parent.hex();
    const auto refusal = [&](util::Instant time) {
      const Writer writer{history_.author_of(number), policy, time};
      return needs_right ? judge_.policy_refusal(writer) : judge_.stranger_of(writer);
    };
    const util::Instant made =
        std::max(history_.walk.commits[number].time, objects_.read_commit(parent).committer.time);
    if (auto why = refusal(std::min(made, rules_.now))) return why;
    return rules_.receiving ? refusal(rules_.now) : std::nullopt;
  }

  /// Whether somebody with the right has merged what a person without it proposed: by the policy of a side that the
  /// proposal is not part of.
  [[nodiscard]] bool is_taken_in(std::size_t proposed) {
    const ObjectId& commit = history_.walk.commits[proposed].id;
    for (std::size_t merge = proposed + 1; merge < history_.walk.commits.size(); ++merge) {
      const auto parents = history_.walk.parents_of(merge);
      if (parents.size() < 2 || !is_ancestor(objects_, commit, history_.walk.commits[merge].id)) continue;
      for (const ObjectId& parent : parents) {
        if (!is_ancestor(objects_, commit, parent) && !find_refusal(merge, parent, true)) return true;
      }
    }
    return false;
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
    for (MainPathFault& fault : find_main_path_faults(objects_, before, history_.walk.trees[number], rules_.allows)) {
      findings_.push_back(history_.blame(FindingKind::file_of_main, number, fault.path, std::move(fault.message)));
      if (fault.is_grave) findings_.back().severity = Severity::fault;
    }
  }

  const ObjectStore& objects_;
  const AuditedHistory& history_;
  Judge& judge_;
  const MainRules& rules_;
  std::vector<Finding>& findings_;
  std::vector<Refused> refused_;
};

}  // namespace

void judge_main(const Repository& repository, const AuditedHistory& history, Judge& judge, const MainRules& rules,
                std::vector<Finding>& findings) {
  MainJudge(repository, history, judge, rules, findings).run();
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
