#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "ledger/audit.hpp"
#include "ledger/audit_structure.hpp"

namespace crmtrack::ledger {
namespace {

class TimesAudit {
 public:
  TimesAudit(const Repository& repository, const AuditedHistory& history, const Arrivals& arrivals, util::Instant now,
             std::vector<Finding>& findings)
      : repository_(repository), history_(history), arrivals_(arrivals), now_(now), findings_(findings) {}

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
      if (time + kClockSkew < before) tell_order(commit, parent, before - time);
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

  /// Names the one of the two that has the wrong date, so that who has the right clock and comes next is not named.
  void tell_order(std::size_t child, const ObjectId& parent, std::chrono::seconds apart) {
    const CommitObject read = repository_.objects.read_commit(parent);
    if (!is_ahead(read, child)) return tell(FindingKind::time_order, child, apart, "{} before its parent");
    if (!told_.insert(parent).second) return;
    findings_.push_back({FindingKind::time_order, severity_of(FindingKind::time_order), parent.hex(), "",
                         read.author.email, read.committer.time,
                         fmt::format("committed {} after its child", util::format_duration(apart))});
  }

  /// Whether it is the parent: what came before it and what came after the child fit the child, and nothing proves that
  /// the child is dated back.
  bool is_ahead(const CommitObject& parent, std::size_t child) {
    const auto& commits = history_.walk.commits;
    if (parent.parents.empty() || arrivals_.contains(commits[child].id)) return false;
    const std::size_t next = child_of(child);
    if (next != kNone && commits[next].time + kClockSkew >= parent.committer.time) return false;
    return std::ranges::all_of(parent.parents, [&](const ObjectId& before) {
      return repository_.objects.read_commit(before).committer.time <= commits[child].time + kClockSkew;
    });
  }

  /// The first commit of the walk that has this one as a parent.
  std::size_t child_of(std::size_t commit) {
    if (children_.empty()) {
      children_.assign(history_.walk.commits.size(), kNone);
      for (std::size_t i = children_.size(); i-- > 0;) {
        for (const ObjectId& parent : history_.walk.parents_of(i)) {
          if (i > 0 && history_.walk.commits[i - 1].id == parent) {
            children_[i - 1] = i;
          } else if (const auto known = numbers_.find(parent); known != numbers_.end()) {
            children_[known->second] = i;
          }
        }
      }
    }
    return children_[commit];
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

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const Repository& repository_;
  const AuditedHistory& history_;
  const Arrivals& arrivals_;
  util::Instant now_;
  std::vector<Finding>& findings_;
  std::unordered_map<ObjectId, std::size_t> numbers_;
  std::unordered_map<ObjectId, util::Instant> others_;
  std::vector<std::size_t> children_;
  std::unordered_set<ObjectId> told_;  ///< parents
};

}  // namespace

void audit_times(const Repository& repository, const AuditedHistory& history, const Arrivals& arrivals,
                 util::Instant now, std::vector<Finding>& findings) {
  TimesAudit(repository, history, arrivals, now, findings).run();
}

}  // namespace crmtrack::ledger
