#include "ledger/main/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "git/reference/histories.hpp"
#include "ledger/audit/tolerances.hpp"
#include "ledger/main/merge.hpp"
#include "ledger/main/paths.hpp"
#include "ledger/main/policy_files.hpp"
#include "ledger/main/policy_in_force.hpp"
#include "ledger/main/policy_merge.hpp"
#include "ledger/read/read.hpp"
#include "policy/check.hpp"
#include "policy/load.hpp"

namespace crmtrack::ledger {
namespace {

class MainJudge {
 public:
  MainJudge(const git::Repository& repository, const AuditedHistory& history, Judge& judge, const MainRules& rules,
            std::vector<Finding>& findings)
      : objects_(repository.objects), history_(history), judge_(judge), rules_(rules), findings_(findings) {}

  void run() {
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) {
      look_at_beginning(i);
      look_at_policy(i);
      look_at_merge(i);
      look_at_paths(i);
    }
    for (Refused& refused : refused_) {
      if (refused.is_taken) continue;
      findings_.push_back(
          history_.blame(FindingKind::policy_not_allowed, refused.commit, refused.path, std::move(refused.why)));
      if (refused.is_of_other_main) findings_.back().severity = Severity::warning;
    }
  }

 private:
  /// The object at the path `policy`, a folder or anything else; nullopt where there is none.
  using Policy = std::optional<git::ObjectId>;
  struct Refused {
    std::size_t commit;
    std::string_view path;
    std::string why;
    bool is_taken = false;          ///< somebody with the right answers for it
    bool is_of_other_main = false;  ///< by the policy of a main that was joined to this one
  };

  [[nodiscard]] Policy policy_of(const git::ObjectId& commit) const {
    const auto found = objects_.find_path(objects_.read_commit(commit).tree, "policy");
    return found ? std::optional(found->first.id()) : std::nullopt;
  }

  /// Refuses on a server a history that began elsewhere, and a commit dated in the future, since a right may begin on a
  /// later day.
  void look_at_beginning(std::size_t number) {
    if (!rules_.receiving) return;
    const bool is_foreign = history_.older && history_.walk.parents_of(number).empty();
    if (is_foreign && !rules_.answers_for_all)
      tell(number,
           "begins a history of its own, which is none of this main's: who has the rights 'relay' and 'policy' joins "
           "the two");
    if (history_.walk.commits[number].time > rules_.now + kClockOff)
      tell(number, "is dated in the future: set the clock, and commit it again (git commit --amend --reset-author)");
  }

  void tell(std::size_t number, std::string message) {
    findings_.push_back(history_.blame(FindingKind::policy_not_allowed, number, "", std::move(message)));
  }

  void look_at_policy(std::size_t number) {
    const auto parents = history_.walk.parents_of(number);
    if (parents.empty()) return;  // nobody decided anything before
    const Policy now = policy_of(history_.walk.commits[number].id);
    const bool is_merge = parents.size() > 1;
    const bool is_plain = is_merge && is_plain_merge(parents, now);
    const bool is_merged = is_merge && !is_plain && is_policy_merge(objects_, history_.walk.commits[number].id);
    const bool needs_right = is_merge ? !is_plain && !is_merged : policy_of(parents.front()) != now;
    const JoinedSide joined = find_joined(parents);
    if (rules_.answers_for_all && joined.is_known && joined.contains(parents.front()))
      tell(number, "joins this main to another one: on main, merge the other into it");
    for (const git::ObjectId& parent : parents) {
      auto why = find_refusal(number, parent, needs_right);
      if (!why) continue;
      const bool is_of_other = joined.contains(parent);
      if (is_of_other && (joined.is_known || rules_.receiving)) continue;
      if (is_of_other) *why = "joins another main, by whose policy " + *why;
      refused_.push_back({number, needs_right ? "policy" : "", std::move(*why), false, is_of_other});
      if (is_of_other) continue;
      return stand(number, deciding(parent));
    }
    if (needs_right) return;
    if (is_merged) return take_merged(number, parents);
    // Where several sides have this policy, takes the side on which somebody decided it.
    const auto is_decided = [&](const git::ObjectId& it) { return policy_of(deciding(it)) == now; };
    auto from = std::ranges::find_if(parents, is_decided);
    if (from == parents.end())
      from = std::ranges::find(parents, now, [&](const git::ObjectId& it) { return policy_of(it); });
    stand(number, deciding(from == parents.end() ? parents.front() : *from));
  }

  /// The policy that a merge made of its sides decides as they do. Where a side brought what nobody had the right to,
  /// the merge puts nothing in force.
  void take_merged(std::size_t number, std::span<const git::ObjectId> parents) {
    const auto is_decided = [&](const git::ObjectId& it) { return policy_of(deciding(it)) == policy_of(it); };
    if (std::ranges::all_of(parents, is_decided)) return;
    const auto good = std::ranges::find_if(parents, is_decided);
    stand(number, deciding(good == parents.end() ? parents.front() : *good));
  }

  /// The sides of a merge that are a main of their own, with no commit in common with this main.
  struct JoinedSide {
    std::vector<git::ObjectId> parents;
    bool is_known = false;  ///< which side is this main, by what it had before
    [[nodiscard]] bool contains(const git::ObjectId& parent) const {
      return std::ranges::find(parents, parent) != parents.end();
    }
  };

  [[nodiscard]] JoinedSide find_joined(std::span<const git::ObjectId> parents) const {
    const git::ObjectId& first = parents.front();
    const auto is_stranger_of_first = [&](const git::ObjectId& side) {
      return side != first && judge_.history()->common(first.hex(), side.hex()).empty();
    };
    JoinedSide joined;
    std::ranges::copy_if(parents, std::back_inserter(joined.parents), is_stranger_of_first);
    if (joined.parents.empty() || !rules_.known || !objects_.find_size(*rules_.known)) return joined;
    const auto is_stranger_of_known = [&](const git::ObjectId& side) {
      return !git::compare_histories(objects_, *rules_.known, side).base;
    };
    std::vector<git::ObjectId> others;
    std::ranges::copy_if(parents, std::back_inserter(others), is_stranger_of_known);
    if (others.empty() || others.size() == parents.size()) return joined;
    return {std::move(others), true};
  }

  /// Notes that a commit decides nothing: the policy at `decided` still says who may do what after it, since nobody
  /// with the right has changed it.
  void stand(std::size_t number, const git::ObjectId& decided) {
    deciding_[history_.walk.commits[number].id] = decided;
  }

  /// The commit whose policy says who may change the policy of this commit.
  [[nodiscard]] git::ObjectId deciding(const git::ObjectId& commit) const {
    const auto found = deciding_.find(commit);
    return found == deciding_.end() ? commit : found->second;
  }

  /// The reason why the author of a commit may not bring it to main; nullopt where they may.
  /// - The directory must list the author.
  /// - A change of policy needs the right, by the last policy that somebody had the right to make. So a user who undoes
  ///   an outsider's change is not judged by the outsider's policy.
  /// - Both must hold at the date of the commit, but not before the date of its parent, nor in the future. On a server
  ///   both must also hold at the push.
  [[nodiscard]] std::optional<std::string> find_refusal(std::size_t number, const git::ObjectId& parent,
                                                        bool needs_right) {
    const std::string policy = deciding(parent).hex();
    const auto refusal = [&](util::Instant time) {
      const Writer writer{history_.author_of(number), policy, time};
      return needs_right ? judge_.policy_refusal(writer) : judge_.stranger_of(writer);
    };
    const util::Instant made =
        std::max(history_.walk.commits[number].time, objects_.read_commit(parent).committer.time);
    if (auto why = refusal(std::min(made, rules_.now))) return why;
    return rules_.receiving && !rules_.answers_for_all ? refusal(rules_.now) : std::nullopt;
  }

  /// Finds the proposals that a merge takes in: a merge that decides something, by a user who had the right by the
  /// policy before it.
  void look_at_merge(std::size_t merge) {
    const auto parents = history_.walk.parents_of(merge);
    if (parents.size() < 2 || refused_.empty() || refused_.back().commit == merge) return;
    if (find_refusal(merge, parents.front(), true)) return;
    if (brings_main_over(objects_.read_commit(history_.walk.commits[merge].id).message)) return;
    bool decides = false;
    for (Refused& refused : refused_) {
      if (refused.is_taken || !takes_in(merge, refused)) continue;
      refused.is_taken = true;
      decides = decides || !refused.path.empty();
    }
    if (decides) deciding_.erase(history_.walk.commits[merge].id);
  }

  /// Whether a merge is the first to bring the proposal to main. Where main did not know a policy that the proposal
  /// follows, that policy must give the merging user the right too. Otherwise a policy that main has left behind would
  /// decide.
  [[nodiscard]] bool takes_in(std::size_t merge, const Refused& refused) {
    const git::ObjectId& proposal = history_.walk.commits[refused.commit].id;
    const git::ObjectId& before = history_.walk.parents_of(merge).front();
    if (has(before, proposal) || !has(history_.walk.commits[merge].id, proposal)) return false;
    return std::ranges::all_of(history_.walk.parents_of(refused.commit), [&](const git::ObjectId& parent) {
      return has(before, parent) || !find_refusal(merge, parent, true);
    });
  }

  [[nodiscard]] bool has(const git::ObjectId& newer, const git::ObjectId& older) const {
    return judge_.history()->contains(newer.hex(), older.hex());
  }

  /// Whether a merge takes the policy of one side, and no other side has changed its policy since it forked.
  [[nodiscard]] bool is_plain_merge(std::span<const git::ObjectId> parents, const Policy& now) {
    return std::ranges::any_of(
        parents,
        [&](const git::ObjectId& side) {
          return policy_of(side) == now && std::ranges::all_of(
                                               parents,
                                               [&](const git::ObjectId& other) {
                                                 return policy_of(other) == now || has_not_changed(side, other);
                                               });
        });
  }

  [[nodiscard]] bool has_not_changed(const git::ObjectId& side, const git::ObjectId& other) {
    const Policy policy = policy_of(other);
    const auto common = judge_.history()->common(side.hex(), other.hex());
    if (common.empty()) return !policy;
    return std::ranges::all_of(
        common, [&](const std::string& commit) { return policy_of(git::get_object_id(commit)) == policy; });
  }

  void look_at_paths(std::size_t number) {
    std::vector<git::ObjectId> before;
    for (const git::ObjectId& parent : history_.walk.parents_of(number))
      before.push_back(objects_.read_commit(parent).tree);
    for (MainPathFault& fault : find_main_path_faults(objects_, before, history_.walk.trees[number], rules_.allows)) {
      findings_.push_back(history_.blame(FindingKind::file_of_main, number, fault.path, std::move(fault.message)));
      if (fault.is_grave) findings_.back().severity = Severity::fault;
    }
  }

  const git::ObjectStore& objects_;
  const AuditedHistory& history_;
  Judge& judge_;
  const MainRules& rules_;
  std::vector<Finding>& findings_;
  std::vector<Refused> refused_;
  std::unordered_map<git::ObjectId, git::ObjectId> deciding_;  ///< for commits that decide nothing
};

}  // namespace

void judge_main(const git::Repository& repository, const AuditedHistory& history, Judge& judge, const MainRules& rules,
                std::vector<Finding>& findings) {
  MainJudge(repository, history, judge, rules, findings).run();
}

std::vector<Finding> find_main_faults(const Ledger& ledger, const std::string& ours, const std::string& theirs,
                                      util::Instant now) {
  std::vector<Finding> found;
  // Walks all of main, since its older commits say who may undo a change.
  const AuditedHistory history = walk_history(ledger.repository(), std::nullopt, git::get_object_id(theirs), {});
  Judge judge = Judge::of(ledger.repository(), theirs);
  judge_main(ledger.repository(), history, judge,
             {.allows = main_allows_at(ledger.repository(), theirs), .now = now, .known = git::parse_object_id(ours)},
             found);
  std::erase_if(found, [&](const Finding& it) {
    return it.kind != FindingKind::policy_not_allowed || it.severity != Severity::fault ||
           is_ancestor(ledger, it.commit, ours);
  });
  return found;
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
