#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ledger/audit_history.hpp"
#include "ledger/commit_object.hpp"
#include "ledger/identity.hpp"
#include "ledger/loose_sink.hpp"
#include "ledger/overlay_sink.hpp"
#include "ledger/range.hpp"
#include "ledger/refused_records.hpp"
#include "ledger/repository.hpp"
#include "ledger/signature.hpp"
#include "ledger/tree_edit.hpp"

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
  OwnRewrite(const Repository& repository, const std::optional<ObjectId>& theirs, AuditedHistory history,
             util::Timestamp now, RefusedRecords refused = {});

  /// Finds the commits that do what no ledger may, and how many they are.
  std::size_t judge();
  /// Finds the commits that have something which stays out, and how many they are.
  std::size_t find_refused();
  /// Leaves these commits out, where they are of others or among those that wait, whose ever they are.
  void leave_out(const std::unordered_set<ObjectId>& commits, const std::unordered_set<ObjectId>& waiting) {
    unwanted_ = commits;
    waiting_ = waiting;
  }
  /// Takes commits by these addresses, in lower case, for the user's own; those that are to be left out it makes anew
  /// under the user's present address.
  void take_over(const std::set<std::string>& addresses) { former_ = addresses; }
  /// The new head.
  ObjectId write();

  /// What it wrote into; it must outlive the move of the branch.
  [[nodiscard]] const RepositorySink& sink() const { return sink_; }
  [[nodiscard]] const AuditedHistory& history() const { return history_; }
  /// The commits that are replaced by others, or by nothing.
  [[nodiscard]] std::vector<ObjectId> replaced() const;
  /// Commits that were left out.
  [[nodiscard]] const std::set<std::size_t>& left_out() const { return left_out_; }

 private:
  using Parents = std::vector<ObjectId>;

  [[nodiscard]] const Range::Commit& commit_of(const Added& file) const { return history_.walk.commits[file.commit]; }
  [[nodiscard]] bool is_of_others(std::size_t number) const;
  [[nodiscard]] bool theirs_has(const PathBlob& file) const;
  void collect_additions();
  [[nodiscard]] std::optional<ObjectId> renewed(const ObjectId& commit) const;
  void write_anew(std::size_t number);
  void begin_on_ledger(std::size_t number, Parents& parents) const;
  void add_theirs(Parents& parents) const;
  void drop_older(Parents& parents) const;
  ObjectId join(const Parents& parents);
  ObjectId write_merge(const ObjectId& one, const ObjectId& other);
  ObjectId write_commit(const CommitObject& commit);
  std::optional<ObjectId> unite_parents(const Parents& parents);
  std::optional<ObjectId> write_tree(const std::optional<ObjectId>& before, std::size_t number, const ObjectId& whole);
  std::vector<PathBlob> missing_files(const std::optional<ObjectId>& before, std::size_t number) const;
  [[nodiscard]] CommitObject compose(CommitObject commit, const Parents& parents, bool takes_over) const;

  const Repository& repository_;
  const ObjectStore& objects_;
  std::optional<ObjectId> theirs_, theirs_tree_;
  AuditedHistory history_;
  util::Timestamp now_;
  Signature author_;
  RefusedRecords refused_;
  LooseSink sink_;
  std::unordered_set<ObjectId> at_fault_;
  std::unordered_set<ObjectId> losing_;  ///< commits with something that stays out
  std::unordered_set<ObjectId> unwanted_, waiting_;
  std::set<std::string> former_;  ///< addresses
  std::set<std::size_t> left_out_;
  std::unordered_map<std::size_t, std::vector<PathBlob>> additions_;  ///< by the commit's number
  std::optional<std::uint32_t> first_;                                ///< the first of those that add to `ledgers/`
  std::unordered_map<ObjectId, std::optional<ObjectId>> renewed_;     ///< nullopt: nothing is left of it
};

/// Does work that reads what it has written and no reference names yet. A repack beside it may take that away: then all
/// is done once more. What is damaged stays so, and is thrown.
template <class Work>
auto beside_repacks(const Work& work) {
  constexpr int kAgain = 3;
  for (int i = 0; i < kAgain; ++i) {
    try {
      return work();
    } catch (const UnreadableObject&) {
    }
  }
  return work();
}

}  // namespace crmtrack::ledger
