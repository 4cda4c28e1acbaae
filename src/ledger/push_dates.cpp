#include "ledger/push_dates.hpp"

#include <fmt/format.h>

namespace crmtrack::ledger {

bool is_dated_too_early(util::Instant commit, const Receipt& newest, std::chrono::seconds grace) {
  return commit < newest.time - grace;
}

std::vector<PushFault> find_early_commits(const AuditedHistory& history, const Receipt& newest,
                                          std::chrono::seconds grace) {
  std::vector<PushFault> faults;
  for (const Range::Commit& commit : history.walk.commits) {
    if (!is_dated_too_early(commit.time, newest, grace) || history.by_nobody.count(commit.id) != 0) continue;
    faults.push_back(
        {commit.id.hex(), "",
         fmt::format("dated {} before this server's newest receipt, more than the {} that offline work may "
                     "take: crmtrack sync commits it anew",
                     util::format_duration(newest.time - commit.time), util::format_duration(grace))});
  }
  return faults;
}

}  // namespace crmtrack::ledger
