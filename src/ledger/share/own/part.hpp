#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/ledger.hpp"
#include "ledger/share/own/mend.hpp"
#include "ledger/share/push/check.hpp"

namespace crmtrack::ledger {

/// The part of the own ledger that a server takes. It leaves out the commits of others that the server takes from their
/// authors alone, the own records that it refuses, and the records that need these. Own commits after one of them are
/// made anew without it, with the same bytes.
struct OwnPart {
  std::string head = {};                  ///< a commit with the part that can be sent, on top of the server's head
  std::vector<PushFault> refused = {};    ///< own records that the server refuses, or that refer to such a record
  std::vector<PushFault> waiting = {};    ///< own records that need unsent records of others
  std::size_t made_anew = 0;              ///< own commits that others replace
  std::size_t of_others = 0;              ///< commits that are left out
  std::set<std::string> authors = {};     ///< the authors of the commits that are left out
  std::set<std::string> taken_over = {};  ///< the user's other addresses that the present one replaced
  std::vector<PushFault> faults = {};     ///< faults that the server still finds in `head`, such as a date
};

/// The part of the own ledger that a server at `theirs`, with `main` at that commit, takes from `pusher`: without
/// these commits of others, and without anything else that it would refuse. Writes commits, but moves no branch.
OwnPart find_own_part(const Ledger& ledger, const std::string& theirs, const std::string& main,
                      const std::vector<std::string>& others, const Pusher& pusher, util::Timestamp now);
/// Puts the own part in the branch's place, and keeps the former head. nullopt where everything can be sent, or own
/// records wait for unsent records of others.
std::optional<OwnMended> keep_own_part(Ledger& ledger, const std::string& theirs, const std::string& main,
                                       const std::vector<std::string>& others, const Pusher& pusher,
                                       util::Timestamp now);

}  // namespace crmtrack::ledger
