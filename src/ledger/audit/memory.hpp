#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "git/program/repository.hpp"
#include "ledger/audit/finding.hpp"

namespace crmtrack::ledger {

/// A head of the ledger that an audit saw.
struct SeenHead {
  git::ObjectId head;
  util::Instant at{};     ///< its commits were here by then
  util::Instant heard{};  ///< up to then it was everything that this clone had heard of
};

/// The memory of earlier audits of this repository, in a file of our own folder: how far they looked, and what they
/// found. Because of it a daily run costs only the new commits, and a history that was rewritten is noticed. Trusted
/// for nothing else; `audit --full` does without.
struct AuditMemory {
  std::optional<util::Instant> at;    ///< of the last audit
  std::string head;                   ///< everything up to this commit was looked at; empty: nothing was
  std::string signatures;             ///< digest of the policy on signatures at that time
  std::vector<std::string> policies;  ///< the newest policies that `head` and its ancestors name
  std::string main;                   ///< an earlier audit has looked at main up to this commit
  std::map<std::string, std::set<std::string>> main_seen;  ///< as `seen`, for main here and upstream
  std::map<std::string, std::set<std::string>> seen;       ///< reference → heads that it has or had
  std::map<std::string, std::string> tags;                 ///< tag of a checkpoint → the object that it was first
  std::vector<Finding> findings;                           ///< of the commits up to `head`
  std::vector<SeenHead> heads;                             ///< of the ledger, oldest first
  std::set<std::string> replaced;                          ///< commits that sync has made anew, or left out
  std::set<std::string> left_out;                          ///< paths that `sync --mend` left out with them

  /// The part that sync has written, which no audit saw.
  [[nodiscard]] AuditMemory without_audits() const {
    AuditMemory memory;
    memory.replaced = replaced;
    memory.left_out = left_out;
    return memory;
  }
  /// Adds a head to `heads`, or extends the last one where it is equal. The oldest of very many are dropped.
  void see(const git::ObjectId& head, util::Instant at, util::Instant heard);
};

std::string render_memory(const AuditMemory& memory);
/// Reads the memory from text; an empty one where the text is none of ours, or of another version.
AuditMemory parse_memory(std::string_view text);

/// Loads the memory; an empty one where there is none.
AuditMemory load_memory(const git::Location& location);
/// Saves the memory. Throws Error(repository) where it cannot be written.
void save_memory(const git::Repository& repository, const AuditMemory& memory);

}  // namespace crmtrack::ledger
