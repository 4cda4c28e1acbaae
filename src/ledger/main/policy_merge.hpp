#pragma once

#include <map>
#include <string>
#include <vector>

#include "git/object/object_store.hpp"
#include "policy/conflicts.hpp"

namespace crmtrack::ledger {

/// The policies of two commits of main, merged entry by entry.
struct PolicyMerge {
  std::map<std::string, std::string> files;       ///< those that both sides changed: `people.yaml` → merged text
  std::vector<policy::Conflict> conflicts;        ///< entries that both sides changed differently
  std::map<std::string, std::string> unreadable;  ///< files that only a person can merge, with the reason
  bool is_crossed = false;  ///< whether some of these wait because the two sides hold merges of each other
};

/// Merges the policy files that two commits of main have both changed since they parted. `files` lists the conflicts in
/// `conflicts.yaml` too. Where histories cross, several commits are bases of the merge, and it must come out the same
/// by each of them; a file where it does not waits for a person. The result is the same on every clone; with the sides
/// swapped, only comments and the order of entries may differ.
PolicyMerge merge_policies(const git::ObjectStore& objects, const git::ObjectId& ours, const git::ObjectId& theirs);

/// Whether a merge on main holds the policy that merge_policies makes of its two parents, by each of their merge bases,
/// or one that differs only in that `conflicts.yaml` does not list all new conflicts yet, as after a plain `git pull`.
/// Such a merge brings nothing that its parents had not decided. A merge of two mains without a common commit is none:
/// it takes in the policy of another team, and somebody has to decide that.
bool is_policy_merge(const git::ObjectStore& objects, const git::ObjectId& merge);

/// The entries of which a merge on main chose one version by itself, so that the other one waits.
std::vector<policy::Conflict> find_conflicts_of_merge(const git::ObjectStore& objects, const git::ObjectId& merge);

}  // namespace crmtrack::ledger
