#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "git/object/object_store.hpp"
#include "git/program/environment.hpp"
#include "git/reference/location.hpp"

namespace crmtrack::ledger {

/// Checks whether all objects exist that a commit stands on: its tree with every file, and its ancestors. It remembers
/// the objects that it has looked at, so that a whole log of heads costs little more than one head. Files are looked
/// up, not read; of ancestors only the commits are read.
class WholenessCheck {
 public:
  /// The store must outlive it.
  explicit WholenessCheck(const git::ObjectStore& objects) : objects_(objects) {}

  [[nodiscard]] bool is_whole(const git::ObjectId& commit);
  /// The first object that is absent or damaged: `the folder 'complaints/2026' (tree 1234abcd…)`.
  [[nodiscard]] const std::string& gap() const { return gap_; }

 private:
  bool has_whole_history(const git::ObjectId& commit);
  bool has_whole_tree(const git::ObjectId& tree, const std::string& path);
  bool has_whole_entry(const git::TreeEntry& entry, const std::string& path);
  void note_gap(const char* kind, const git::ObjectId& id, const std::string& path);

  const git::ObjectStore& objects_;
  std::unordered_map<git::ObjectId, bool> histories_, trees_;
  std::string gap_;
};

/// A branch of ours whose head is not there, or not whole.
struct DamagedBranch {
  std::string name;    ///< `refs/heads/ledger`
  std::string head;    ///< the commit that it names; empty: its file names none
  std::string gap;     ///< the missing object
  std::string whole;   ///< the newest commit of its log, of the upstream or of its history that is whole; or empty
  std::string remote;  ///< the upstream, which may have the missing object; or empty
};
/// Those of ledger and main that are damaged. Reads the repository as it is, and needs no ledger in it.
std::vector<DamagedBranch> find_damaged_branches(const git::Location& location, const git::Environment& environment);

}  // namespace crmtrack::ledger
