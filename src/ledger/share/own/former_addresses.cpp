#include "ledger/share/own/former_addresses.hpp"

#include "git/reference/branch_names.hpp"
#include "git/reference/references.hpp"
#include "ledger/rule/judge.hpp"
#include "ledger/share/remotes.hpp"
#include "util/text/case.hpp"

namespace crmtrack::ledger {

std::set<std::string> find_former_addresses(const Ledger& ledger, const git::Location& location,
                                            const std::string& present) {
  std::set<std::string> found;
  for (const git::Move& move : git::read_moves(location, git::kLedgerRef))
    if (!move.committed_by.empty()) found.insert(util::to_lower_ascii(move.committed_by));
  found.erase(util::to_lower_ascii(present));
  const auto upstream = find_upstream_remote(ledger);
  const auto theirs = upstream ? git::read_reference(location, upstream->tracking_main) : std::nullopt;
  for (const std::string& main : {ledger.main_head(), theirs.value_or("")}) {
    if (found.empty() || main.empty()) continue;
    Judge judge = Judge::of(ledger.repository(), main);
    std::erase_if(found, [&](const std::string& address) { return judge.authority(main).lists(address); });
  }
  return found;
}

}  // namespace crmtrack::ledger
