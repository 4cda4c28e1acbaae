#pragma once

#include <optional>
#include <string>

#include "git/object/signature.hpp"
#include "git/program/repository.hpp"

namespace crmtrack::git {

/// One move of a branch, for the reference log.
struct BranchMove {
  std::string name;                  ///< `refs/heads/ledger`
  std::optional<ObjectId> expected;  ///< nullopt: there is no such branch yet
  ObjectId target;
  Signature who;
  std::string message;
};

/// Adds a line to the branch's log, and to HEAD's where HEAD stands on the branch, if `core.logAllRefUpdates` says so
/// or there is a log. Throws Error(repository) where it cannot be written; then no part of the line is left.
void log_move(const Repository& repository, const BranchMove& move);

}  // namespace crmtrack::git
