#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/main/authorities.hpp"
#include "ledger/main/history.hpp"
#include "ledger/read/contents.hpp"

namespace crmtrack::ledger {

/// Tells which of main's policies were ever in force, and until when. A proposal that somebody merged is a commit that
/// main has, but its policy was in force only if the merge took it. Keeps its findings.
class MainPolicies {
 public:
  /// `ledger` must outlive it.
  MainPolicies(const git::Repository& repository, std::shared_ptr<MainHistory> history)
      : repository_(repository), history_(std::move(history)), authorities_(repository) {}

  /// Whether a commit's policy was in force, in main or in the clone where it was made. It was in each of these cases:
  /// - The commit is one of main's first-parent line, which nobody without the right put in the place of another one.
  /// - The commit there that first had it has the same policy.
  /// - Its author had the right to change policy by a policy before it that was in force, and by main as it was when it
  ///   took the commit in (see answer_of_main).
  /// - It changed no policy, or merges two that were in force entry by entry.
  bool was_in_force(const std::string& commit);
  /// The time since which main has another directory or other rights than at this commit: the earliest date of those
  /// commits of its first-parent line that changed policy since. None counts as earlier than the one before it or than
  /// the commit that made these rights, whatever a clock said. nullopt where main has not.
  std::optional<util::Instant> replaced_at(const std::string& commit);
  /// The commit of main's first-parent line whose policy was in force just before a time, by the same dates; empty
  /// before the first of them.
  std::string in_force_at(util::Instant time);

 private:
  /// Of the changes of policy from one on: the earliest, and the earliest with other rights.
  struct Earliest {
    util::Instant time{}, other_time{};
    std::string rights;
  };

  /// Where the rights at a commit come from.
  struct Origin {
    std::optional<std::size_t> place;  ///< of a commit of the line from which they came without a change
    util::Instant made{};              ///< when somebody made them, the first of several times
  };

  bool is_taken(const std::string& commit);
  bool decide(const Commit& commit);
  bool decides(const Commit& commit, const std::string& parent);
  bool is_doubtful(std::size_t place);
  void find_doubtful();
  std::optional<util::Instant> find_replaced(const std::string& commit);
  Origin origin_of(const std::string& commit);
  bool may_decide(const std::string& author, util::Instant time, const std::string& policy);
  void find_changes();
  const std::string& policy_of(const std::string& commit);
  const std::string& rights_of(const std::string& commit);

  const git::Repository& repository_;
  std::shared_ptr<MainHistory> history_;
  std::unordered_map<std::string, bool> in_force_;
  std::unordered_map<std::string, std::string> policies_;  ///< by commit: the object of `policy/`
  std::unordered_map<std::string, std::string> rights_;    ///< by that object: who may do what
  MainAuthorities authorities_;
  std::vector<std::size_t> changes_;  ///< places in the line that changed policy
  std::vector<util::Instant> since_;  ///< when each came into force
  std::vector<Earliest> earliest_;    ///< of each of them on
  bool changes_found_ = false;
  std::unordered_map<std::string, std::optional<util::Instant>> replaced_;
  std::optional<std::vector<bool>> doubtful_;  ///< by place in the line
};

}  // namespace crmtrack::ledger
