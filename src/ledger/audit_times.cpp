#include <fmt/format.h>

#include "ledger/audit.hpp"
#include "ledger/audit_structure.hpp"

namespace crmtrack::ledger {
namespace {

class TimesAudit {
 public:
  TimesAudit(const Repository& repository, const AuditedHistory& history, util::Instant now,
             std::vector<Finding>& findings)
      : repository_(repository), history_(history), now_(now), findings_(findings) {}

  void run() {
    if (!history_.walk.linear) {
      for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) numbers_.emplace(history_.walk.commits[i].id, i);
    }
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) look_at(i);
  }

 private:
  void look_at(std::size_t commit) {
    const util::Instant time = history_.walk.commits[commit].time;
    if (time > now_ + kClockSkew) tell(FindingKind::time_future, commit, time - now_, "{} in the future");
    for (const ObjectId& parent : history_.walk.parents_of(commit)) {
      const util::Instant before = time_of(commit, parent);
      if (time + kClockSkew < before) tell(FindingKind::time_order, commit, before - time, "{} before its parent");
    }
    if (history_.authored.empty()) return;
    if (const auto authored = history_.authored.find(history_.walk.commits[commit].id);
        authored != history_.authored.end()) {
      const auto apart = authored->second < time ? time - authored->second : authored->second - time;
      tell(FindingKind::clock_off, commit, apart,
           authored->second < time ? "{} after it was written: rewritten, or a clock was off"
                                   : "{} before it was written: a clock was off");
    }
  }

  void tell(FindingKind kind, std::size_t commit, std::chrono::seconds apart, std::string_view form) {
    findings_.push_back(
        history_.blame(kind, commit, "", "committed " + fmt::format(fmt::runtime(form), util::format_duration(apart))));
  }

  util::Instant time_of(std::size_t child, const ObjectId& parent) {
    const auto& commits = history_.walk.commits;
    if (child > 0 && commits[child - 1].id == parent) return commits[child - 1].time;
    if (const auto known = numbers_.find(parent); known != numbers_.end()) return commits[known->second].time;
    const auto [place, is_new] = others_.try_emplace(parent);
    if (is_new) place->second = repository_.objects.read_commit(parent).committer.time;
    return place->second;
  }

  const Repository& repository_;
  const AuditedHistory& history_;
  util::Instant now_;
  std::vector<Finding>& findings_;
  std::unordered_map<ObjectId, std::size_t> numbers_;
  std::unordered_map<ObjectId, util::Instant> others_;
};

}  // namespace

void audit_times(const Repository& repository, const AuditedHistory& history, util::Instant now,
                 std::vector<Finding>& findings) {
  TimesAudit(repository, history, now, findings).run();
}

}  // namespace crmtrack::ledger
