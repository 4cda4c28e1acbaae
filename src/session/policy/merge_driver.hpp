#pragma once

#include <string>

#include "session/session.hpp"

namespace crmtrack::session {

/// Has plain Git in this repository merge policy files with this program, and notes main as it is. Throws
/// Error(repository) where the repository cannot be written.
void set_up_policy_merging(const git::Repository& repository);
/// For commands whose work is done by then: where it fails, the next command that writes tries again.
void try_to_set_up_policy_merging(Session& session, const git::Repository& repository);

/// Names the part that plain Git lacks here to merge policy by key; empty where it lacks none.
std::string missing_of_policy_merging(const git::Repository& repository);

/// The files of one merge, as Git gives them to a merge driver (gitattributes(5)): temporary files with the three
/// versions, of which `ours` gets the result, and the path that they stand for.
struct DriverFiles {
  std::string base, ours, theirs, path;
  std::string heads;  ///< the commits that Git is merging, by the names of GITHEAD_* variables; empty in a rebase
};

/// Merges a policy file for Git.
/// - In a merge, of two versions of an entry the one committed first stands; `add_missing_conflicts` finds the other.
/// - In a rebase, the upstream's stands, and the other is set aside.
/// - In anything else, as a cherry-pick or a merge of two mains that began apart, and where a version cannot be read,
///   Git's own merge of text is left.
///
/// Returns the exit code of the driver: 0 where nothing is left to a person, else 1.
int run_merge_driver(Session& session, const DriverFiles& files);

}  // namespace crmtrack::session
