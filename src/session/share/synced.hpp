#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "git/program/git_program.hpp"
#include "ledger/ledger.hpp"
#include "ledger/read/range.hpp"
#include "ledger/share/own/mend.hpp"
#include "ledger/share/push/check.hpp"
#include "ledger/share/went_back.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

struct SyncOptions {
  bool mend = false;  ///< see ledger::MergeOptions
  bool join = false;
};

/// The records and policy commits that one side got from the other.
struct Transferred {
  std::size_t records = 0;
  std::size_t policy_commits = 0;
  [[nodiscard]] bool nothing() const { return records == 0 && policy_commits == 0; }
};

/// The result of a fetch, merge and push with a remote.
struct Synced {
  Transferred received, sent;
  std::optional<std::string> before;                 ///< where the ledger was before the first records came
  std::vector<std::string> authors;                  ///< of the records received, sorted
  std::vector<ledger::Range::Fault> refused;         ///< what of the remote's ledger the rules do not allow
  std::size_t committed_anew = 0;                    ///< records that the remote would not take as they were dated
  std::optional<std::chrono::seconds> clock_behind;  ///< the remote's newest receipt is so far ahead of our clock
  bool mended = false;                               ///< the sound part of it was taken all the same
  std::vector<ledger::Range::Fault> own_faults;      ///< what of the own ledger no other takes: nothing was exchanged
  std::optional<ledger::OwnMended> own_mended;       ///< the own ledger was freed of it
  std::optional<ledger::OwnMended> own_left_out;     ///< ... and of records that the remote refused
  std::optional<util::Error> main_problem;           ///< main could not be merged; the ledger was exchanged
  std::vector<git::Pushed> rejected;                 ///< branches that the remote does not want from us
  std::size_t dropped = 0;      ///< commits of others that went, since the remote has their records by other commits
  bool is_signed_anew = false;  ///< it had refused what was committed anew for its signatures
  std::vector<std::string> checkpoints;             ///< tags of what was replaced by commits of today
  std::size_t others_waiting = 0;                   ///< commits that the remote takes from their authors alone
  std::string unfit_key;                            ///< why nothing that is signed here would be taken; empty: it would
  std::set<std::string> others = {};                ///< who wrote these
  std::set<std::string> former = {};                ///< of them, addresses under which this clone has recorded
  std::vector<ledger::PushFault> own_waiting = {};  ///< own records that need what these hold
  std::size_t own_refused = 0;                      ///< own records that the remote refuses
  bool is_part_sent = false;                        ///< all else is there
  bool is_ledger_sent = false;                      ///< the whole of it
  bool clocks_differ = false;                       ///< the remote's clock is ahead of ours, by what it refuses
  bool is_unlike_anew = false;                      ///< nothing can be committed anew, to the byte
  ledger::WentBack ledger_back, main_back;          ///< what the remote once had of its branches
  std::vector<ledger::PushFault> foreseen;          ///< why it does not want the ledger, as far as our rules tell
  [[nodiscard]] bool is_refused() const { return !refused.empty() && !mended; }
};

/// How many records the commits of `newer` added that `older` (empty: an empty ledger) has not.
std::size_t count_new_records(const ledger::Ledger& ledger, const std::string& older, const std::string& newer);

}  // namespace crmtrack::session
