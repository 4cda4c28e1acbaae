#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "ledger/share/push_check.hpp"

namespace crmtrack::ledger {

/// What of the own ledger a server takes: all but the commits of others that it takes from their authors alone, the own
/// records that it refuses, and what needs these. Own commits that came after one of them are made anew without it,
/// with the same bytes.
struct OwnPart {
  std::string head = {};                  ///< of what can be sent, with all that the server has
  std::vector<PushFault> refused = {};    ///< own records that the server refuses, or that refer to such a one
  std::vector<PushFault> waiting = {};    ///< own records that need what others have not sent yet
  std::size_t made_anew = 0;              ///< own commits that others replace
  std::size_t of_others = 0;              ///< commits that are left out
  std::set<std::string> authors = {};     ///< who wrote these
  std::set<std::string> taken_over = {};  ///< the user's other addresses of which something was made anew under theirs
  std::vector<PushFault> faults = {};     ///< what of `head` it still refuses, such as a date
};

}  // namespace crmtrack::ledger
