#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "git/object/commit_object.hpp"
#include "git/object/loose_sink.hpp"
#include "git/object/overlay_sink.hpp"
#include "git/object/signature.hpp"
#include "git/object/tree_edit.hpp"
#include "git/program/identity.hpp"
#include "git/program/repository.hpp"
#include "ledger/audit/audit_history.hpp"
#include "ledger/range.hpp"
#include "ledger/share/refused_records.hpp"

namespace crmtrack::ledger {

/// Writes those commits of the own ledger that cannot stay anew, and the user's own ones that come after them: each by
/// its author, with its time and message, and with the bytes that it has.
///
/// Where there is an upstream, commits of others are never made anew: one that would have to be is left out, and comes
/// again from its author; what came after it goes on top of the upstream's head. So does what came after an addition
/// that the upstream has already.
class OwnRewrite {
 public:
  /// `theirs` is the upstream's head, nullopt: there is none. `refused`: records that stay out, with their attachments.
  OwnRewrite(const git::Repository& repository, const std::optional<git::ObjectId>& theirs, AuditedHistory history,
             util::Timestamp now, RefusedRecords refused = {});

  /// Finds the commits that do what no ledger may, and how many they are.
  std::size_t judge();
  /// Finds the commits that have something which stays out, and how many they are.
  std::size_t find_refused();
  /// Leaves these commits out, where they are of others or among those that wait, whose ever they are.
  void leave_out(const std::unordered_set<git::ObjectId>& commits, const std::unordered_set<git::ObjectId>& waiting) {
    unwanted_ = commits;
    waiting_ = waiting;
  }
  /// Takes commits by these addresses, in lower case, for the user's own; those that are to be left out it makes anew
  /// under the user's present address.
  void take_over(const std::set<std::string>& addresses) { former_ = addresses; }
  /// The new head.
  git::ObjectId write();

  /// What it wrote into; it must outlive the move of the branch.
  [[nodiscard]] const git::RepositorySink& sink() const { return sink_; }
  [[nodiscard]] const AuditedHistory& history() const { return history_; }
  /// The commits that are replaced by others, or by nothing.
  [[nodiscard]] std::vector<git::ObjectId> replaced() const;
  /// Commits that were left out.
  [[nodiscard]] const std::set<std::size_t>& left_out() const { return left_out_; }

 private:
  using Parents = std::vector<git::ObjectId>;

  [[nodiscard]] const Range::Commit& commit_of(const Added& file) const { return history_.walk.commits[file.commit]; }
  [[nodiscard]] bool is_of_others(std::size_t number) const;
  [[nodiscard]] bool theirs_has(const git::PathBlob& file) const;
  void collect_additions();
  [[nodiscard]] std::optional<git::ObjectId> renewed(const git::ObjectId& commit) const;
  void write_anew(std::size_t number);
  void begin_on_ledger(std::size_t number, Parents& parents) const;
  void add_theirs(Parents& parents) const;
  void drop_older(Parents& parents) const;
  git::ObjectId join(const Parents& parents);
  git::ObjectId write_merge(const git::ObjectId& one, const git::ObjectId& other);
  git::ObjectId write_commit(const git::CommitObject& commit);
  std::optional<git::ObjectId> unite_parents(const Parents& parents);
  std::optional<git::ObjectId> write_tree(const std::optional<git::ObjectId>& before, std::size_t number,
                                          const git::ObjectId& whole);
  std::vector<git::PathBlob> missing_files(const std::optional<git::ObjectId>& before, std::size_t number) const;
  [[nodiscard]] git::CommitObject compose(git::CommitObject commit, const Parents& parents, bool takes_over) const;

  const git::Repository& repository_;
  const git::ObjectStore& objects_;
  std::optional<git::ObjectId> theirs_, theirs_tree_;
  AuditedHistory history_;
  util::Timestamp now_;
  git::Signature author_;
  RefusedRecords refused_;
  git::LooseSink sink_;
  std::unordered_set<git::ObjectId> at_fault_;
  std::unordered_set<git::ObjectId> losing_;  ///< commits with something that stays out
  std::unordered_set<git::ObjectId> unwanted_, waiting_;
  std::set<std::string> former_;  ///< addresses
  std::set<std::size_t> left_out_;
  std::unordered_map<std::size_t, std::vector<git::PathBlob>> additions_;  ///< by the commit's number
  std::optional<std::uint32_t> first_;  ///< the first of those that add to `ledgers/`
  std::unordered_map<git::ObjectId, std::optional<git::ObjectId>> renewed_;  ///< nullopt: nothing is left of it
};

/// Does work that reads what it has written and no reference names yet. A repack beside it may take that away: then all
/// is done once more. What is damaged stays so, and is thrown.
template <class Work>
auto beside_repacks(const Work& work) {
  constexpr int kAgain = 3;
  for (int i = 0; i < kAgain; ++i) {
    try {
      return work();
    } catch (const git::UnreadableObject&) {
    }
  }
  return work();
}

}  // namespace crmtrack::ledger
