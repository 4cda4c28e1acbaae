#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "git/object/object_store.hpp"
#include "ledger/read/range.hpp"
#include "ledger/read/range_walk.hpp"
#include "util/text/pool.hpp"

namespace crmtrack::ledger {

/// The additions and faults of some commits of a walk, each compared with its parents. A file may still stand here once
/// for each commit that added it.
struct RangePart {
  std::vector<Added> added;
  std::vector<Added> ledger_files;  ///< files of `ledgers/`
  std::vector<Range::Fault> faults;
  util::TextPool paths;
  /// Records of a complaint, by path and commit, whose commit has no complaint's own record in their story, so that its
  /// author cannot have seen the complaint. Records of a part of an export (Remainders) are exempt, but not a
  /// complaint's own record that comes to such a part later and that no record of it goes on from.
  std::vector<std::pair<std::string_view, std::uint32_t>> unfounded;
  bool in_order = true;  ///< false: some tree has its entries out of Git's order, or a name twice
};

/// Reads the commits `from` up to `to` of a walk. Calls `tell` with the number of commits done now and then; it may
/// throw.
RangePart read_part(const git::ObjectStore& objects, const Walk& walk, std::size_t from, std::size_t to,
                    const std::function<void(std::size_t)>& tell);

/// Whether RangePart::unfounded has a file that a commit added.
bool came_unfounded(const git::ObjectStore& objects, const git::ObjectId& commit, std::string_view path);

}  // namespace crmtrack::ledger
