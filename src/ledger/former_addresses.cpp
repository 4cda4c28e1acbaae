#include "ledger/former_addresses.hpp"

#include "ledger/branch_names.hpp"
#include "ledger/judge.hpp"
#include "ledger/references.hpp"
#include "util/text.hpp"

namespace crmtrack::ledger {

std::set<std::string> find_former_addresses(const Ledger& ledger, const Location& location,
                                            const std::string& present) {
  std::set<std::string> found;
  for (const Move& move : read_moves(location, kLedgerRef))
    if (!move.committed_by.empty()) found.insert(util::to_lower_ascii(move.committed_by));
  found.erase(util::to_lower_ascii(present));
  const auto upstream = ledger.find_upstream_remote();
  const auto theirs = upstream ? read_reference(location, upstream->tracking_main) : std::nullopt;
  for (const std::string& main : {ledger.main_head(), theirs.value_or("")}) {
    if (found.empty() || main.empty()) continue;
    Judge judge = Judge::of(ledger, main);
    std::erase_if(found, [&](const std::string& address) { return judge.authority(main).lists(address); });
  }
  return found;
}

}  // namespace crmtrack::ledger
