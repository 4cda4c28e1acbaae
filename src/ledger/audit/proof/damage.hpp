#pragma once

#include <cstddef>
#include <vector>

#include "git/object/object_store.hpp"
#include "ledger/audit/finding.hpp"
#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// A damaged object in words: `the object 1234… is damaged: its bytes are not those that its name says`.
std::string describe_damage(const git::UnreadableObject& damaged);

/// A finding about a damaged object that stops an audit of the ledger at `newer`: with the path in the ledger where the
/// object lies, or as a commit of its history.
Finding locate_damage(const git::ObjectStore& objects, const git::ObjectId& newer,
                      const git::UnreadableObject& damaged);

/// The result of comparing objects of the ledger with their names.
struct DamageSearch {
  std::size_t looked_at = 0;  ///< folders and files
  bool is_all = true;         ///< whether all objects of the newest state were read; else the bound was reached
  std::vector<Finding> findings;
};
/// Reads the folders and files of a commit, the newest complaints first, until all or `most` have been read, and
/// compares each with its name.
DamageSearch search_damage(const git::ObjectStore& objects, const git::ObjectId& commit, std::size_t most);

/// Compares the newest `most` folders and files of the ledger with their names.
DamageSearch search_damage(const Ledger& ledger, std::size_t most);

}  // namespace crmtrack::ledger
