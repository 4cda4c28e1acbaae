#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

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

}  // namespace crmtrack::ledger
