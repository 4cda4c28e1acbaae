#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "git/object/object_store.hpp"
#include "policy/text/merge.hpp"

namespace crmtrack::ledger {

/// The history of the entries of one policy file on main.
class EntryHistory {
 public:
  /// `objects` must outlive it. `file` is a name in `policy/`: `people.yaml`.
  EntryHistory(const git::ObjectStore& objects, std::string file) : objects_(objects), file_(std::move(file)) {}

  /// The commit that made the entry as `head` has it, or removed it. Where several did so apart from each other, the
  /// one committed first. `is_of_both` tells whether `other` has all of them.
  policy::LastChange last_change(const git::ObjectId& head, const git::ObjectId& other, const std::string& key);
  /// The file's text at a commit; empty where it has none. Throws Error(refused) where it is too large.
  std::string text_at(const git::ObjectId& commit);

 private:
  using Entries = std::map<std::string, yaml::Node>;

  std::vector<git::ObjectId> makers_of(const git::ObjectId& head, const std::string& key);
  const Entries& entries_at(const git::ObjectId& commit);
  bool is_as_in(const git::ObjectId& one, const git::ObjectId& other, const std::string& key);
  std::optional<git::ObjectId> blob_at(const git::ObjectId& commit);

  const git::ObjectStore& objects_;
  std::string file_;
  std::unordered_map<git::ObjectId, std::optional<git::ObjectId>> blobs_;  ///< by commit
  std::unordered_map<git::ObjectId, Entries> entries_;                     ///< by blob
};

}  // namespace crmtrack::ledger
