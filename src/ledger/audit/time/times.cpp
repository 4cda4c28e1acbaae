#include "ledger/audit/time/times.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/audit/tolerances.hpp"
#include "ledger/read/range.hpp"

namespace crmtrack::ledger {
namespace {

std::string before_parent(std::string_view apart) { return fmt::format("committed {} before its parent", apart); }
std::string after_child(std::string_view apart) { return fmt::format("committed {} after its child", apart); }

class TimesAudit {
 public:
  TimesAudit(const git::Repository& repository, const AuditedHistory& history, const Arrivals& arrivals,
             util::Instant now, std::vector<Finding>& findings)
      : repository_(repository), history_(history), arrivals_(arrivals), now_(now), findings_(findings) {}

  /// Of a commit from before the walk which was the newest (`is_newest`) or had others after it.
  void look_again(const git::ObjectId& id, bool is_newest, std::vector<Finding>& remembered) {
    const git::CommitObject commit = repository_.objects.read_commit(id);
    Child now{id, commit.author.email, commit.committer.time, std::nullopt};
    const Walk& walk = history_.walk;
    for (std::size_t i = 0; i < walk.commits.size(); ++i)
      if (std::ranges::count(walk.parents_of(i), id) > 0) note_after(now.next, walk.commits[i].time);
    for (const git::ObjectId& parent : commit.parents) {
      const util::Instant before = repository_.objects.read_commit(parent).committer.time;
      if (now.time + kClockSkew >= before) continue;
      Finding named = name_order(now, parent, before - now.time);
      const std::string apart = util::format_duration(before - now.time);
      const auto is_told = [](const git::ObjectId& whose, std::string message) {
        return [hex = whose.hex(), message = std::move(message)](const Finding& finding) {
          return finding.kind == FindingKind::time_order && finding.commit == hex && finding.message == message;
        };
      };
      // An earlier successor has shown that it is the parent.
      const auto is_of_parent = is_told(parent, after_child(apart));
      if (!is_newest && named.commit == id.hex() && std::ranges::any_of(remembered, is_of_parent)) continue;
      std::erase_if(remembered, is_told(id, before_parent(apart)));
      std::erase_if(remembered, is_of_parent);
      findings_.push_back(std::move(named));
    }
  }

  void run() {
    if (!history_.walk.linear)
      for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) numbers_.emplace(history_.walk.commits[i].id, i);
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) look_at(i);
  }

 private:
  void look_at(std::size_t commit) {
    const util::Instant time = history_.walk.commits[commit].time;
    if (time > now_ + kClockSkew) tell(FindingKind::time_future, commit, time - now_, "{} in the future");
    for (const git::ObjectId& parent : history_.walk.parents_of(commit)) {
      const util::Instant before = time_of(commit, parent);
      if (time + kClockSkew < before) findings_.push_back(name_order(child_at(commit), parent, before - time));
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

  /// A commit that is dated before a parent, and the evidence about it.
  struct Child {
    git::ObjectId id;
    std::string author;
    util::Instant time{};
    std::optional<util::Instant> next;  ///< the earliest of what came after it
  };

  [[nodiscard]] Child child_at(std::size_t commit) {
    const Range::Commit& known = history_.walk.commits[commit];
    return {known.id, history_.author_of(commit), known.time, time_after(commit)};
  }

  /// Names the one of the two that has the wrong date, so that who has the right clock and comes next is not named.
  Finding name_order(const Child& child, const git::ObjectId& parent, std::chrono::seconds apart) {
    const git::CommitObject read = repository_.objects.read_commit(parent);
    const std::string duration = util::format_duration(apart);
    constexpr FindingKind kKind = FindingKind::time_order;
    if (is_ahead(read, child))
      return {
          kKind, severity_of(kKind), parent.hex(), "", read.author.email, read.committer.time, after_child(duration)};
    return {kKind, severity_of(kKind), child.id.hex(), "", child.author, child.time, before_parent(duration)};
  }

  /// Whether it is the parent: what came before it and what came after the child, or the time that it is now, fit the
  /// child, and nothing proves that the child is dated back.
  bool is_ahead(const git::CommitObject& parent, const Child& child) {
    if (parent.parents.empty() || arrivals_.contains(child.id)) return false;
    if (child.next.value_or(now_) + kClockSkew >= parent.committer.time) return false;
    return std::ranges::all_of(parent.parents, [&](const git::ObjectId& before) {
      return repository_.objects.read_commit(before).committer.time <= child.time + kClockSkew;
    });
  }

  /// The earliest time of the commits of the walk that have this one as a parent.
  std::optional<util::Instant> time_after(std::size_t commit) {
    if (after_.empty()) {
      after_.resize(history_.walk.commits.size());
      for (std::size_t i = 0; i < after_.size(); ++i)
        for (const git::ObjectId& parent : history_.walk.parents_of(i))
          if (const auto place = place_of(i, parent)) note_after(after_[*place], history_.walk.commits[i].time);
    }
    return after_[commit];
  }

  static void note_after(std::optional<util::Instant>& earliest, util::Instant time) {
    earliest = earliest ? std::min(*earliest, time) : time;
  }

  [[nodiscard]] std::optional<std::size_t> place_of(std::size_t child, const git::ObjectId& parent) const {
    if (child > 0 && history_.walk.commits[child - 1].id == parent) return child - 1;
    const auto known = numbers_.find(parent);
    return known == numbers_.end() ? std::nullopt : std::optional(known->second);
  }

  void tell(FindingKind kind, std::size_t commit, std::chrono::seconds apart, std::string_view form) {
    findings_.push_back(
        history_.blame(kind, commit, "", "committed " + fmt::format(fmt::runtime(form), util::format_duration(apart))));
  }

  util::Instant time_of(std::size_t child, const git::ObjectId& parent) {
    if (const auto place = place_of(child, parent)) return history_.walk.commits[*place].time;
    const auto [other, is_new] = others_.try_emplace(parent);
    if (is_new) other->second = repository_.objects.read_commit(parent).committer.time;
    return other->second;
  }

  const git::Repository& repository_;
  const AuditedHistory& history_;
  const Arrivals& arrivals_;
  util::Instant now_;
  std::vector<Finding>& findings_;
  std::unordered_map<git::ObjectId, std::size_t> numbers_;
  std::unordered_map<git::ObjectId, util::Instant> others_;
  std::vector<std::optional<util::Instant>> after_;  ///< by commit of the walk
};

}  // namespace

void audit_times(const git::Repository& repository, const AuditedHistory& history, const Arrivals& arrivals,
                 util::Instant now, std::vector<Finding>& findings) {
  TimesAudit(repository, history, arrivals, now, findings).run();
}

bool has_open_order(const git::ObjectStore& objects, const git::ObjectId& commit) {
  const git::CommitObject read = objects.read_commit(commit);
  return std::ranges::any_of(read.parents, [&](const git::ObjectId& parent) {
    return read.committer.time + kClockSkew < objects.read_commit(parent).committer.time;
  });
}

void audit_order_of(const git::Repository& repository, const git::ObjectId& commit, const AuditedHistory& after,
                    const Arrivals& arrivals, util::Instant now, std::vector<Finding>& remembered,
                    std::vector<Finding>& findings) {
  TimesAudit(repository, after, arrivals, now, findings).look_again(commit, commit == after.older, remembered);
}

}  // namespace crmtrack::ledger
