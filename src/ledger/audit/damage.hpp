#pragma once

#include <cstddef>
#include <vector>

#include "git/object/object_store.hpp"
#include "ledger/audit/finding.hpp"

namespace crmtrack::ledger {

/// `the object 1234… is damaged: its bytes are not those that its name says`.
std::string describe_damage(const git::UnreadableObject& damaged);

/// A finding about an object that an audit of the ledger at `newer` came upon and cannot go on without: with the path
/// in the ledger where it lies, or as a commit of its history.
Finding locate_damage(const git::ObjectStore& objects, const git::ObjectId& newer,
                      const git::UnreadableObject& damaged);

/// What a look at the ledger's objects found.
struct DamageSearch {
  std::size_t looked_at = 0;  ///< folders and files
  bool is_all = true;         ///< of the newest state; else the bound was reached
  std::vector<Finding> findings;
};
/// Reads the folders and files of a commit, the newest complaints first, until all or `most` have been read, and
/// compares each with its name.
DamageSearch search_damage(const git::ObjectStore& objects, const git::ObjectId& commit, std::size_t most);

}  // namespace crmtrack::ledger
