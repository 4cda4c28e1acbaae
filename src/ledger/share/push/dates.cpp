#include "ledger/share/push/dates.hpp"

#include <fmt/format.h>

#include "ledger/audit/tolerances.hpp"
#include "ledger/read/range.hpp"

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

bool is_dated_in_future(util::Instant commit, util::Instant now) { return commit > now + kClockOff; }

std::vector<PushFault> find_future_commits(const AuditedHistory& history, util::Instant now,
                                           const std::optional<Receipt>& last) {
  const std::string_view way = last && is_of_future(*last, now)
                                   ? " by this server's clock, which is behind its own newest receipt: set the one "
                                     "that is wrong, the server's or "
                                     "yours, then crmtrack sync"
                                   : ": set the clock, then crmtrack sync";
  std::vector<PushFault> faults;
  for (const Range::Commit& commit : history.walk.commits) {
    if (!is_dated_in_future(commit.time, now) || history.by_nobody.count(commit.id) != 0) continue;
    faults.push_back(
        {commit.id.hex(), "", fmt::format("dated {} in the future{}", util::format_duration(commit.time - now), way)});
  }
  return faults;
}

}  // namespace crmtrack::ledger
