#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "git/object/progress.hpp"
#include "ledger/ledger.hpp"
#include "ledger/read/range.hpp"

namespace crmtrack::ledger {

struct MergeOptions {
  bool mend = false;  ///< take the sound part of a history with structural faults, and keep the files that it removed
  bool join = false;  ///< take in the history of another ledger
  bool wait = true;   ///< for the writers' lock; else `busy` at once
};

/// The result of bringing another history of the ledger into its branch.
struct Merged {
  enum class State {
    nothing,    ///< the branch has all of it
    forwarded,  ///< the branch moved to the other head
    merged,     ///< a merge commit of ours joins the two
    refused,    ///< `faults` says why; nothing was changed
    unrelated,  ///< the history of another ledger; nothing was changed
    busy        ///< others are writing; nothing was changed
  } state = State::nothing;
  std::string before, head;                 ///< the branch before and now; `before` empty: there was none
  std::vector<Range::Fault> faults;         ///< also of a history that was mended: its commits stay as they are
  std::size_t records = 0, complaints = 0;  ///< new to us
  std::vector<std::string> authors;         ///< of these, sorted

  [[nodiscard]] bool moved() const { return state == State::forwarded || state == State::merged; }
};

/// Brings another head of the ledger (a fetched tracking branch) into the branch: by moving it forward, or by a merge
/// commit that is the union of both. A history that adds a file which is no record, or removes, changes or renames
/// one, is refused whole, unless later commits of it have put that right (docs/domain.md, Who may do what). Throws
/// Error(repository) where `ledger` is checked out or theirs is of a newer format.
Merged merge(Ledger& ledger, const std::string& theirs, const MergeOptions& options, util::Timestamp now,
             const git::Progress& progress = {});

/// Makes the branch of a fresh clone from what was fetched, as a merge does. Throws Error(refused) where a merge
/// would not take that.
void begin_branch(Ledger& ledger, util::Timestamp now);

}  // namespace crmtrack::ledger
