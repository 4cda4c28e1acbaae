#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "git/object/progress.hpp"
#include "ledger/audit/audit_history.hpp"
#include "ledger/audit/audit_memory.hpp"
#include "ledger/audit/checkpoint.hpp"

namespace crmtrack::ledger {

/// Something that shows what was known of the ledger at some time.
struct Witness {
  enum class Kind { receipt, checkpoint, audit } kind = Kind::receipt;
  std::optional<git::ObjectId> head;  ///< nullopt: there was no ledger yet
  util::Instant time{};               ///< what `head` does not descend from was not known then
  util::Instant held_by{};            ///< what it does descend from had come by then
  std::string name = {};              ///< of a checkpoint's tag
  std::string maker = {};             ///< of a checkpoint's tag: the address of who made it
  std::string relay = {};             ///< of a receipt: who brought commits of others
};

/// A commit that came later than its own date says.
struct Arrival {
  util::Instant after{};   ///< it was not there yet at this time
  Witness witness;         ///< that shows it
  std::string relay = {};  ///< who brought it in its author's place; empty: its author, as far as is known
};
using Arrivals = std::unordered_map<git::ObjectId, Arrival>;

/// What there is to judge by beside the server's receipts.
struct ArrivalEvidence {
  const AuditMemory* memory = nullptr;   ///< heads that earlier audits saw
  std::optional<Checkpoint> checkpoint;  ///< that whoever audits has brought along
  /// Whether the tag of a checkpoint counts that somebody made at some time; null: each does.
  std::function<bool(const std::string& email, util::Instant at)> counts = nullptr;
  bool receipts = true;
  util::Instant now{};  ///< a witness of the future proves nothing
};

/// The commits of a history that are dated before a receipt, a checkpoint or a remembered head which does not hold
/// them: each with the latest such witness. What a receipt or an earlier audit knew already is not held against a
/// commit by a later witness that had not heard of it: a checkpoint made on a clone that was behind. Merges of ours are
/// left out; their parents answer for them. Receipts are read from the newest back, as far as commits of the history
/// may depend on them.
Arrivals find_arrivals(const git::Repository& repository, const AuditedHistory& history,
                       const ArrivalEvidence& evidence, const git::Progress& progress);

/// The commits of a history that are dated before a time after which all of them came, that of a server's newest
/// receipt; none where there is none.
Arrivals find_late_commits(const AuditedHistory& history, std::optional<util::Instant> came_after);

/// `the server's receipt of 2026-11-21 18:00`, for people.
std::string describe_witness(const Witness& witness);

}  // namespace crmtrack::ledger
