#pragma once

#include <string>
#include <vector>

#include "git/program/repository.hpp"
#include "ledger/audit/finding.hpp"
#include "policy/policy.hpp"

namespace crmtrack::ledger {

/// A policy file of main that cannot be read, or that `policy check` finds in error, and the version that is in force
/// in its place.
struct PolicyFallback {
  policy::Finding fault;  ///< the first one
  std::string commit;     ///< the commit whose version is in force; empty: no version can be read, and the readable
                          ///< entries of this one are in force
};

/// The policy that is in force at a commit of main.
struct PolicyInForce {
  policy::Files files;
  std::vector<PolicyFallback> fallbacks;
};

/// Reads the policy at a commit of main (empty: there is none). If a file has errors, its last version without any on
/// main's first-parent line is in force: a damaged file closes nothing and opens nothing. `only` (empty: all) names the
/// files that the caller needs.
PolicyInForce load_policy_in_force(const git::Repository& repository, const std::string& main_commit,
                                   const std::vector<std::string>& only = {});

/// `policy/people.yaml:3:1: has the conflict markers…; in force is the version of commit 0123456789`.
std::string describe_fallback(const PolicyFallback& fallback);

/// The errors of the policy at a commit of main: files that cannot be read, or are in error. A server takes no such
/// policy.
std::vector<Finding> find_policy_errors(const git::Repository& repository, const std::string& commit);

/// The globs of the files that main may hold beside README.md and policy/, by the policy in force at a commit of it.
std::vector<std::string> main_allows_at(const git::Repository& repository, const std::string& commit);

}  // namespace crmtrack::ledger
