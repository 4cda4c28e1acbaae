#include "ledger/share/push/main_branch.hpp"

#include <fmt/format.h>

#include "git/reference/branch_names.hpp"
#include "git/reference/histories.hpp"
#include "git/reference/references.hpp"
#include "ledger/audit/memory.hpp"
#include "ledger/main/judge.hpp"
#include "ledger/main/lost_main.hpp"
#include "ledger/main/policy_files.hpp"
#include "ledger/main/policy_in_force.hpp"
#include "ledger/read/range.hpp"
#include "ledger/rule/judge.hpp"
#include "ledger/share/push/dates.hpp"
#include "policy/authority.hpp"

namespace crmtrack::ledger {
namespace {

PushFault::Cause cause_of(const Finding& finding, util::Instant now) {
  if (finding.kind == FindingKind::policy_invalid) return PushFault::Cause::policy;
  if (finding.kind == FindingKind::file_of_main) return PushFault::Cause::file;
  return finding.at && is_dated_in_future(*finding.at, now) ? PushFault::Cause::date : PushFault::Cause::other;
}

void refuse_findings(const std::vector<Finding>& findings, const Pusher& pusher, std::vector<PushFault>& faults) {
  for (const Finding& finding : findings)
    faults.push_back({.commit = finding.commit,
                      .path = finding.path,
                      .message = finding.message,
                      .cause = cause_of(finding, pusher.now)});
}

}  // namespace

AuditedHistory walk_pushed_main(const git::Repository& repository, const PushedReference& reference) {
  // Of a proposal, what main has was judged when it came there.
  const std::string older = reference.name == git::kMainRef ? reference.older : policy_head(repository);
  const auto from = older.empty() ? std::nullopt : std::optional(git::get_object_id(older));
  AuditedHistory history = walk_history(repository, from, git::get_object_id(reference.newer), {});
  history.by_nobody.clear();
  return history;
}

std::vector<PushFault> check_main_push(const git::Repository& repository, const PushedReference& reference,
                                       const Pusher& pusher, bool answers_for_all) {
  std::vector<PushFault> faults;
  std::vector<Finding> findings;
  if (!reference.older.empty()) {
    MainHistory main(repository, reference.newer);
    judge_main(repository, walk_history(repository, std::nullopt, git::get_object_id(reference.newer), {}), main,
               {.allows = main_allows_at(repository, reference.newer),
                .now = pusher.now,
                .receiving = true,
                .known = git::parse_object_id(reference.older),
                .answers_for_all = answers_for_all},
               findings);
  }
  refuse_findings(findings, pusher, faults);
  refuse_findings(find_policy_errors(repository, reference.newer), pusher, faults);
  return faults;
}

std::optional<std::string> find_new_main_fault(const git::Repository& repository, const std::string& newer,
                                               bool is_allowed) {
  const auto lost = find_lost_main(repository, load_memory(repository.location));
  if (!lost) return std::nullopt;
  const std::string was = lost->head.hex().substr(0, 10);
  if (!is_allowed)
    return fmt::format("main is gone here; it was at {}: who has the right 'policy' by that brings it back", was);
  if (is_ancestor(repository.objects, lost->head, git::get_object_id(newer))) return std::nullopt;
  return fmt::format("main is gone here; it was at {}, which a new main must have in its history", was);
}

std::vector<PushFault> check_proposal_push(const git::Repository& repository, const PushedReference& reference,
                                           const Pusher& pusher) {
  std::vector<PushFault> faults;
  const std::string in_force = policy_head(repository);
  if (pusher.email && !in_force.empty()) {
    Judge judge = Judge::of(repository, in_force);
    const auto why = judge.authority(in_force).stranger(*pusher.email, policy::authority_date(pusher.now));
    if (why) faults.push_back({"", "", *why});
  }
  if (reference.newer.empty()) return faults;
  const AuditedHistory history = walk_history(repository, std::nullopt, git::get_object_id(reference.newer), {});
  MainHistory main(repository, reference.newer);
  std::vector<Finding> findings;
  judge_main(repository, history, main,
             {.allows = main_allows_at(repository, in_force),
              .now = pusher.now,
              .receiving = true,
              .known = git::parse_object_id(in_force)},
             findings);
  std::erase_if(findings, [](const Finding& finding) { return finding.kind == FindingKind::policy_not_allowed; });
  refuse_findings(findings, pusher, faults);
  refuse_findings(find_policy_errors(repository, reference.newer), pusher, faults);
  return faults;
}

std::unordered_set<git::ObjectId> find_proposed(const git::Repository& repository, const std::string& main) {
  std::unordered_set<git::ObjectId> proposed;
  const auto from = main.empty() ? std::nullopt : std::optional(git::get_object_id(main));
  for (const git::Reference& proposal : git::list_references(repository, {"refs/heads/policy/"}))
    for (const Range::Commit& commit : walk_history(repository, from, proposal.commit, {}).walk.commits)
      proposed.insert(commit.id);
  return proposed;
}

}  // namespace crmtrack::ledger
