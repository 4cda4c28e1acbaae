#include "ledger/main/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "git/object/git_rules.hpp"
#include "git/reference/histories.hpp"
#include "ledger/audit/tolerances.hpp"
#include "ledger/main/authorities.hpp"
#include "ledger/main/joined_mains.hpp"
#include "ledger/main/line_choice.hpp"
#include "ledger/main/merge.hpp"
#include "ledger/main/paths.hpp"
#include "ledger/main/policy_in_force.hpp"
#include "ledger/main/policy_merge.hpp"
#include "ledger/main/right_by_main.hpp"
#include "ledger/read/read.hpp"

namespace crmtrack::ledger {
namespace {

class MainJudge {
 public:
  MainJudge(const git::Repository& repository, const AuditedHistory& history, MainHistory& main, const MainRules& rules,
            std::vector<Finding>& findings)
      : repository_(repository),
        objects_(repository.objects),
        history_(history),
        main_(main),
        rules_(rules),
        findings_(findings),
        authorities_(repository),
        choice_(repository, main, authorities_, rules.now, [this] { return former_heads(); }) {
    main_.choose_by([this](const std::string& merge, const std::vector<std::string>& parents) {
      return choice_.find(merge, parents);
    });
    if (!rules.receiving || !rules.known || !objects_.find_size(*rules.known)) return;
    const auto pushed = git::compare_histories(objects_, *rules.known, history.newer).only_newer;
    pushed_.emplace(pushed.begin(), pushed.end());
  }

  void run() {
    for (const std::size_t i : order_by_line()) {
      if (is_new(i)) look_at_commit(i);
      look_at_policy(i);
      look_at_merge(i);
      if (is_new(i)) look_at_line(i);
      if (is_new(i)) look_at_paths(i);
    }
    for (Refused& refused : refused_) {
      if (refused.is_taken || !is_new(refused.commit)) continue;
      findings_.push_back(
          history_.blame(FindingKind::policy_not_allowed, refused.commit, refused.path, std::move(refused.why)));
      if (refused.is_of_other_main) findings_.back().severity = Severity::warning;
      look_at_doubt(refused.commit);
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

  /// A merge of the line whose author may have put another line in main's place.
  struct Doubt {
    std::size_t merge = 0;
    std::optional<std::size_t> finding;  ///< where it was told
  };

  /// The commits, parents first, in the order in which main took them: main as it was judges what it took in.
  [[nodiscard]] std::vector<std::size_t> order_by_line() const {
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) places.emplace_back(main_.taken_at(id_of(i)), i);
    std::ranges::sort(places);
    std::vector<std::size_t> order;
    for (const auto& [place, number] : places) order.push_back(number);
    return order;
  }

  [[nodiscard]] std::string id_of(std::size_t number) const { return history_.walk.commits[number].id.hex(); }

  /// Whether a push brings the commit. An audit looks at all of them anew.
  [[nodiscard]] bool is_new(std::size_t number) const {
    return !pushed_ || pushed_->contains(history_.walk.commits[number].id);
  }

  [[nodiscard]] Policy policy_of(const git::ObjectId& commit) const {
    const auto found = objects_.find_path(objects_.read_commit(commit).tree, "policy");
    return found ? std::optional(found->first.id()) : std::nullopt;
  }

  /// Refuses on a server a history that began elsewhere, and a commit dated in the future, since a right may begin on a
  /// later day.
  void look_at_commit(std::size_t number) {
    const auto broken = history_.walk.broken.find(history_.walk.commits[number].id);
    if (broken != history_.walk.broken.end() && broken->second == git::kCommitTooLarge) {
      findings_.push_back(history_.blame(FindingKind::commit_broken, number, "", std::string(broken->second)));
      if (!rules_.receiving) findings_.back().severity = Severity::warning;  // it is there for good
    }
    if (!rules_.receiving) return;
    const bool is_foreign = rules_.known && history_.walk.parents_of(number).empty();
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
    const JoinedMains joined = find_joined_mains(objects_, main_, parents, rules_.known);
    if (rules_.answers_for_all && is_new(number) && joined.is_known && joined.contains(parents.front()))
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

  /// The reason why the author of a commit may not bring it to main; nullopt where they may. A change of policy that
  /// main took in by a merge is judged by main as it was before that, too:
  /// - An author who had the right by that, where main went on from the parent, needs no other: it may have been given
  ///   meanwhile.
  /// - An author who lost the right meanwhile may bring what they made offline, unless it says who may do what.
  [[nodiscard]] std::optional<std::string> find_refusal(std::size_t number, const git::ObjectId& parent,
                                                        bool needs_right) {
    auto why = find_refusal_by(number, parent, needs_right);
    if (!needs_right) return why;
    auto taken = find_taken_in(repository_, main_, id_of(number));
    if (!taken) return why;
    if (is_judged_now(number)) taken->at = rules_.now;
    const auto refusal = [&](const std::string& commit, util::Instant time) {
      const std::string policy = deciding(git::get_object_id(commit)).hex();
      return authorities_.policy_refusal(history_.author_of(number), policy, std::min(time, rules_.now));
    };
    const MainAnswer answer =
        answer_of_main(repository_, main_, *taken,
                       [&](const std::string& commit, util::Instant time) { return !refusal(commit, time); });
    const std::string& before = main_.line()[taken->place];
    if (answer == MainAnswer::yes) return has(git::get_object_id(before), parent) ? std::nullopt : why;
    if (why || (answer == MainAnswer::in_grace && keeps_authority(number))) return why;
    return refusal(before, taken->at);
  }

  /// The reason why the author of a commit may not make it after `parent`; nullopt where they may.
  /// - The directory must list the author.
  /// - A change of policy needs the right, by the last policy that somebody had the right to make. So a user who undoes
  ///   an outsider's change is not judged by the outsider's policy.
  /// - Both must hold at the date of the commit, but not before the date of its parent, nor in the future. On a server
  ///   both must also hold at the push.
  [[nodiscard]] std::optional<std::string> find_refusal_by(std::size_t number, const git::ObjectId& parent,
                                                           bool needs_right) {
    const std::string policy = deciding(parent).hex();
    const auto refusal = [&](util::Instant time) {
      const std::string& author = history_.author_of(number);
      return needs_right ? authorities_.policy_refusal(author, policy, time)
                         : authorities_.at(policy).stranger(author, policy::authority_date(time));
    };
    const util::Instant made =
        std::max(history_.walk.commits[number].time, objects_.read_commit(parent).committer.time);
    if (auto why = refusal(std::min(made, rules_.now))) return why;
    return is_judged_now(number) ? refusal(rules_.now) : std::nullopt;
  }

  /// Whether a server judges a commit as of the push, since nobody answers for when it was made.
  [[nodiscard]] bool is_judged_now(std::size_t number) const {
    return rules_.receiving && !rules_.answers_for_all && is_new(number);
  }

  /// Whether a commit leaves the files that say who may do what as they were.
  [[nodiscard]] bool keeps_authority(std::size_t number) const {
    const std::string now = authority_objects(repository_, id_of(number));
    return std::ranges::all_of(history_.walk.parents_of(number), [&](const git::ObjectId& parent) {
      return authority_objects(repository_, parent.hex()) == now;
    });
  }

  /// Looks at a merge of the line by somebody without the right, whose first parent may not be main as it was: with
  /// other tools the line would say that another policy was in force.
  void look_at_line(std::size_t number) {
    const auto parents = history_.walk.parents_of(number);
    const std::string id = id_of(number);
    if (parents.size() < 2 || main_.line()[main_.taken_at(id)] != id) return;
    const git::ObjectId main = main_before(number);
    const auto lacks_right = [&](const git::ObjectId& parent) {
      return find_refusal_by(number, parent, true).has_value();
    };
    if (main != parents.front()) {
      const bool is_of_other_main = main_.are_strangers(parents.front().hex(), main.hex());
      if (lacks_right(main) && !(rules_.receiving && is_of_other_main)) tell(number, left_main(main));
      return;
    }
    if (rules_.receiving || !rules_.former_heads || std::ranges::none_of(parents, lacks_right)) return;
    const bool is_known = std::all_of(parents.begin() + 1, parents.end(), [&](const git::ObjectId& side) {
      return choice_.has_former_head(main.hex(), side.hex());
    });
    if (is_known) return;
    Doubt& doubt = doubtful_[main_.taken_at(id)] = {number, std::nullopt};
    const bool goes_on =
        std::all_of(parents.begin() + 1, parents.end(), [&](const auto& side) { return has(side, main); });
    if (!goes_on && policy_of(history_.walk.commits[number].id) != policy_of(main))
      tell_doubt(doubt, Severity::warning);
  }

  void tell_doubt(Doubt& doubt, Severity severity) {
    if (!doubt.finding) {
      tell(doubt.merge, fmt::format("joins another line to {}, its first parent: nothing here tells which of them "
                                    "main was",
                                    history_.walk.parents_of(doubt.merge).front().hex().substr(0, 10)));
      doubt.finding = findings_.size() - 1;
    }
    findings_[*doubt.finding].severity = severity;
  }

  /// Where a doubtful merge of the line took a refused commit in, the other line may have been main, and have given the
  /// right. So the blame is on who merged the two: nobody else is called at fault for what only that merge refuses.
  void look_at_doubt(std::size_t number) {
    const auto doubt = doubtful_.find(main_.taken_at(id_of(number)));
    if (doubt == doubtful_.end() || doubt->second.merge == number) return;
    if (history_.author_of(doubt->second.merge) != history_.author_of(number))
      findings_.back().severity = Severity::warning;
    tell_doubt(doubt->second, Severity::fault);
  }

  [[nodiscard]] std::vector<git::ObjectId> former_heads() const {
    if (rules_.receiving) return rules_.known ? std::vector{*rules_.known} : std::vector<git::ObjectId>();
    return rules_.former_heads ? rules_.former_heads() : std::vector<git::ObjectId>();
  }

  [[nodiscard]] std::string left_main(const git::ObjectId& main) const {
    return fmt::format("its first parent is not main as it was ({}), but another line{}", main.hex().substr(0, 10),
                       rules_.receiving ? ": run crmtrack sync, or rebase it (git pull --rebase)" : "");
  }

  /// Finds the proposals that a merge takes in: a merge that decides something, by a user who had the right by the
  /// policy before it.
  void look_at_merge(std::size_t merge) {
    const auto parents = history_.walk.parents_of(merge);
    if (parents.size() < 2 || refused_.empty() || refused_.back().commit == merge) return;
    if (find_refusal(merge, main_before(merge), true)) return;
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
    const git::ObjectId before = main_before(merge);
    if (has(before, proposal) || !has(history_.walk.commits[merge].id, proposal)) return false;
    return std::ranges::all_of(history_.walk.parents_of(refused.commit), [&](const git::ObjectId& parent) {
      return has(before, parent) || !find_refusal(merge, parent, true);
    });
  }

  /// The parent of a merge that main was before it, or the side into which it merges the other.
  [[nodiscard]] git::ObjectId main_before(std::size_t merge) const {
    const std::size_t place = main_.taken_at(id_of(merge));
    const std::vector<std::string>& line = main_.line();
    return place > 0 && line[place] == id_of(merge) ? git::get_object_id(line[place - 1])
                                                    : history_.walk.parents_of(merge).front();
  }

  [[nodiscard]] bool has(const git::ObjectId& newer, const git::ObjectId& older) const {
    return main_.contains(newer.hex(), older.hex());
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
    const auto common = main_.common(side.hex(), other.hex());
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

  const git::Repository& repository_;
  const git::ObjectStore& objects_;
  const AuditedHistory& history_;
  MainHistory& main_;
  const MainRules& rules_;
  std::vector<Finding>& findings_;
  MainAuthorities authorities_;
  LineChoice choice_;
  std::optional<std::unordered_set<git::ObjectId>> pushed_;  ///< on a server: the commits that a push brings
  std::vector<Refused> refused_;
  std::map<std::size_t, Doubt> doubtful_;                      ///< by place in the line
  std::unordered_map<git::ObjectId, git::ObjectId> deciding_;  ///< for commits that decide nothing
};

}  // namespace

void judge_main(const git::Repository& repository, const AuditedHistory& history, MainHistory& main,
                const MainRules& rules, std::vector<Finding>& findings) {
  MainJudge(repository, history, main, rules, findings).run();
}

std::vector<Finding> find_main_faults(const Ledger& ledger, const std::string& ours, const std::string& theirs,
                                      util::Instant now) {
  std::vector<Finding> found;
  const AuditedHistory history = walk_history(ledger.repository(), std::nullopt, git::get_object_id(theirs), {});
  MainHistory main(ledger.repository(), theirs);
  judge_main(ledger.repository(), history, main,
             {.allows = main_allows_at(ledger.repository(), theirs), .now = now, .known = git::parse_object_id(ours)},
             found);
  std::erase_if(found, [&](const Finding& it) {
    return it.kind != FindingKind::policy_not_allowed || it.severity != Severity::fault ||
           is_ancestor(ledger, it.commit, ours);
  });
  return found;
}

}  // namespace crmtrack::ledger
