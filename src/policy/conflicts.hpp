#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "policy/policy.hpp"
#include "policy/text/merge.hpp"
#include "yaml/node.hpp"

namespace crmtrack::policy {

inline constexpr std::string_view kConflictsFile = "conflicts.yaml";

/// An entry of conflicts.yaml: two people changed one entry of a policy file differently, and somebody has to settle
/// which change holds. Until then the one that was committed first does.
struct Conflict {
  std::string file, key;             ///< `people.yaml`, and the entry's key by key_of_entry
  std::optional<yaml::Node> stands;  ///< the entry as it is in the file; nullopt: it was removed
  std::optional<yaml::Node> other;   ///< the entry that waits; nullopt: it was to be removed
  std::string stands_commit, other_commit;
};

/// The conflicts that a text of conflicts.yaml lists. Unexpected: why it cannot be read.
tl::expected<std::vector<Conflict>, std::string> read_conflicts(std::string_view text);
/// Findings about conflicts.yaml, for `policy check`.
void check_conflicts(const Files& files, std::vector<Finding>& findings);
/// The text of conflicts.yaml. It is made by the program alone, sorted, so that equal conflicts give equal bytes.
std::string render_conflicts(std::vector<Conflict> conflicts);

/// Conflicts of a merge's clashes in one file.
std::vector<Conflict> conflicts_of(std::string_view file, const std::vector<Clash>& clashes);
/// Merges the conflicts of two sides, as sets: what one side added or settled is so in the result. `added` are those of
/// the merge itself. Where a clash decided anew which version of an entry stands, all conflicts of that entry say so.
std::vector<Conflict> merge_conflicts(const std::vector<Conflict>& base, const std::vector<Conflict>& ours,
                                      const std::vector<Conflict>& theirs, const std::vector<Conflict>& added);
/// Adds conflicts to a list that lacks them.
std::vector<Conflict> add_conflicts(const std::vector<Conflict>& known, const std::vector<Conflict>& added);
/// Whether two are the same conflict: the same entry, and the same commit made the version that waits.
bool is_same_conflict(const Conflict& a, const Conflict& b);

}  // namespace crmtrack::policy
