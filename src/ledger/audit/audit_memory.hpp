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
  util::Instant at{};     ///< what it holds was here by then
  util::Instant heard{};  ///< up to then it was all that this clone had heard of
};

/// What earlier audits of this repository have looked at, in a file of our own folder: so that a daily run costs what
/// is new, and a history that was rewritten since is seen. Trusted for nothing else; `audit --full` does without.
struct AuditMemory {
  std::optional<util::Instant> at;    ///< of the last audit
  std::string head;                   ///< everything up to this commit was looked at; empty: nothing was
  std::string signatures;             ///< digest of the signatures' policy by which it was
  std::vector<std::string> policies;  ///< the newest that `head` and its ancestors name
  std::string main;                   ///< up to this commit main was looked at
  std::map<std::string, std::set<std::string>> main_seen;  ///< as `seen`, of main here and upstream
  std::map<std::string, std::set<std::string>> seen;       ///< reference → heads that it had, now or once
  std::map<std::string, std::string> tags;                 ///< of a checkpoint → the object that it first was
  std::vector<Finding> findings;                           ///< of the commits up to `head`
  std::vector<SeenHead> heads;                             ///< of the ledger, oldest first
  std::set<std::string> replaced;                          ///< commits that sync has made anew, or left out
  std::set<std::string> left_out;                          ///< paths of what `sync --mend` left out with them

  /// What sync has left in it: no audit saw that.
  [[nodiscard]] AuditMemory without_audits() const {
    AuditMemory memory;
    memory.replaced = replaced;
    memory.left_out = left_out;
    return memory;
  }
  /// Adds to `heads`, the last of which goes on where it is the same; the oldest of very many go.
  void see(const git::ObjectId& head, util::Instant at, util::Instant heard);
};

std::string render_memory(const AuditMemory& memory);
/// An empty one where the text is none of ours, or of another version.
AuditMemory parse_memory(std::string_view text);

/// An empty one where there is none.
AuditMemory load_memory(const git::Location& location);
/// Throws Error(repository) where it cannot be written.
void save_memory(const git::Repository& repository, const AuditMemory& memory);

}  // namespace crmtrack::ledger
