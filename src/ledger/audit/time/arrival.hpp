#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "git/object/progress.hpp"
#include "ledger/audit/history.hpp"
#include "ledger/audit/memory.hpp"
#include "ledger/audit/proof/checkpoint.hpp"

namespace crmtrack::ledger {

/// A witness: it shows what was known of the ledger at some time.
struct Witness {
  enum class Kind { receipt, checkpoint, audit } kind = Kind::receipt;
  std::optional<git::ObjectId> head;  ///< nullopt: there was no ledger yet
  util::Instant time{};               ///< commits that `head` does not descend from were not known then
  util::Instant held_by{};            ///< commits that it descends from had come by then
  std::string name = {};              ///< of a checkpoint's tag
  std::string maker = {};             ///< of a checkpoint's tag: the address of its maker
  std::string relay = {};             ///< of a receipt: the person who brought commits of others
};

/// A commit that came later than its own date says.
struct Arrival {
  util::Instant after{};   ///< the commit was not there yet at this time
  Witness witness;         ///< the witness of that
  std::string relay = {};  ///< the person who brought it in its author's place; empty: its author, as far as is known
};
using Arrivals = std::unordered_map<git::ObjectId, Arrival>;

/// The evidence beside the server's receipts.
struct ArrivalEvidence {
  const AuditMemory* memory = nullptr;   ///< heads that earlier audits saw
  std::optional<Checkpoint> checkpoint;  ///< a checkpoint that the user of the audit has brought along
  /// Whether a checkpoint's tag by this person at this time counts; null: each does.
  std::function<bool(const std::string& email, util::Instant at)> counts = nullptr;
  bool receipts = true;
  util::Instant now{};                       ///< a witness from the future proves nothing
  std::size_t* receipts_compared = nullptr;  ///< is set to the number of receipts that could show something
};

/// Finds the commits of a history that are dated before a witness (a receipt, a checkpoint or a remembered head) which
/// does not hold them: each with the latest such witness.
/// - A commit that a receipt or an earlier audit knew is not blamed because of a later witness without it, such as a
///   checkpoint made on a clone that was behind.
/// - Merges of ours are left out; their parents answer for them.
/// - Receipts are read from the newest back, as far as commits of the history may depend on them.
Arrivals find_arrivals(const git::Repository& repository, const AuditedHistory& history,
                       const ArrivalEvidence& evidence, const git::Progress& progress);

/// Finds the commits of a history that are dated before the time of a server's newest receipt, when all of them came
/// after it; none where there is no receipt.
Arrivals find_late_commits(const AuditedHistory& history, std::optional<util::Instant> came_after);

/// A witness in words, for people: `the server's receipt of 2026-11-21 18:00`.
std::string describe_witness(const Witness& witness);

}  // namespace crmtrack::ledger
