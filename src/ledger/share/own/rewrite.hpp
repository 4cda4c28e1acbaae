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
#include "ledger/audit/history.hpp"
#include "ledger/read/range.hpp"
#include "ledger/share/own/refused_records.hpp"

namespace crmtrack::ledger {

/// Writes anew the commits of the own ledger that cannot stay, and the user's own ones after them: each with its
/// author, time, message and bytes.
///
/// Where there is an upstream, commits of others are never made anew. One that would have to be is left out, and comes
/// again from its author; the commits after it go on top of the upstream's head. An addition that the upstream has
/// already is treated in this way too.
class OwnRewrite {
 public:
  /// `theirs` is the upstream's head; nullopt: there is none. `refused` names the records that stay out, with their
  /// attachments.
  OwnRewrite(const git::Repository& repository, const std::optional<git::ObjectId>& theirs, AuditedHistory history,
             util::Timestamp now, RefusedRecords refused = {});

  /// Finds the commits with forbidden changes, and returns their number.
  std::size_t judge();
  /// Finds the commits with something that stays out, and returns their number.
  std::size_t find_refused();
  /// Leaves out those of `commits` that are of others, and all of `waiting`, whoever wrote them.
  void leave_out(const std::unordered_set<git::ObjectId>& commits, const std::unordered_set<git::ObjectId>& waiting) {
    unwanted_ = commits;
    waiting_ = waiting;
  }
  /// Takes commits by these addresses (in lower case) for the user's own. Those that would be left out are made anew
  /// under the user's present address.
  void rewrite_former(const std::set<std::string>& addresses) { former_ = addresses; }
  /// The new head.
  git::ObjectId write();

  /// The sink of the new objects. It must outlive the move of the branch.
  [[nodiscard]] const git::RepositorySink& sink() const { return sink_; }
  [[nodiscard]] const AuditedHistory& history() const { return history_; }
  /// The commits that others replace, or that have no successor.
  [[nodiscard]] std::vector<git::ObjectId> replaced() const;
  /// The commits that were left out, by their number.
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

/// Does work that reads its own new objects, which no reference names yet. A repack beside it may take those away; then
/// the work is done once more. A damaged object stays damaged, and its error is thrown.
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
