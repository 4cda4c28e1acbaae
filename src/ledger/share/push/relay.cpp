#include "ledger/share/push/relay.hpp"

#include <algorithm>

#include "git/reference/branch_names.hpp"
#include "ledger/audit/history.hpp"
#include "ledger/audit/tolerances.hpp"
#include "ledger/rule/judge.hpp"
#include "ledger/share/push/receipt.hpp"
#include "util/text/case.hpp"

namespace crmtrack::ledger {
namespace {

const PushedReference* find_pushed(const std::vector<PushedReference>& pushed, std::string_view name) {
  const auto found = std::ranges::find(pushed, name, &PushedReference::name);
  return found == pushed.end() || found->newer.empty() ? nullptr : &*found;
}

/// Whether a push brings a commit of somebody else's that is dated before a time.
bool brings_older_of_others(const git::Repository& repository, const PushedReference& pushed, const std::string& pusher,
                            util::Instant time) {
  const auto older = pushed.older.empty() ? std::nullopt : std::optional(git::get_object_id(pushed.older));
  const AuditedHistory history = walk_history(repository, older, git::get_object_id(pushed.newer), {});
  for (std::size_t i = 0; i < history.walk.commits.size(); ++i) {
    const Range::Commit& commit = history.walk.commits[i];
    if (commit.time + kClockSkew >= time || history.by_nobody.count(commit.id) != 0) continue;
    if (util::to_lower_ascii(history.author_of(i)) != util::to_lower_ascii(pusher)) return true;
  }
  return false;
}

}  // namespace

std::string find_relay(const Ledger& ledger, const std::vector<PushedReference>& pushed, const Pusher& pusher) {
  const PushedReference* branch = find_pushed(pushed, git::kLedgerRef);
  const auto newest = find_newest_receipt(ledger.repository(), pusher.now);
  if (branch == nullptr || !newest || !pusher.email) return {};
  // By what stood there before the push, as it was judged.
  const PushedReference* main = find_pushed(pushed, git::kMainRef);
  const std::string in_force = main != nullptr && !main->older.empty() ? main->older : ledger.main_head();
  if (!Judge::of(ledger.repository(), in_force).may({*pusher.email, in_force, pusher.now}, policy::Right::relay))
    return {};
  return brings_older_of_others(ledger.repository(), *branch, *pusher.email, newest->time) ? *pusher.email
                                                                                           : std::string();
}

}  // namespace crmtrack::ledger
