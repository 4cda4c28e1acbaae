#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "index/sqlite/database.hpp"
#include "record/record.hpp"

namespace crmtrack::index {

/// The complaints that a correction moves something to: of the record that it corrects, or of that which a correction
/// that it corrects is about (`set.complaint`). Mostly none.
std::vector<std::string> move_targets_of(const record::Record& correction);

/// A correction as the index knows it.
struct CorrectionLink {
  std::int64_t record = 0;  ///< records.key
  std::int64_t story = 0;   ///< stories.key of the folder that it lies in
  std::string id;
  std::vector<std::string> targets;
};

/// Which corrections are about which record, across folders: a call that was noted on one complaint, moved to a second
/// and from there to a third is corrected in two folders.
class CorrectionLinks {
 public:
  explicit CorrectionLinks(const Database& database);

  /// The corrections of a record that lies in the story `home`, and the corrections of those: in its own folder, and in
  /// that of each complaint that one of them names. In order of id. A folder beyond the 64th is not looked into.
  std::vector<CorrectionLink> chain_of(std::int64_t home, const std::string& record);
  /// The ids that corrections in a story's folder correct.
  std::vector<std::string> corrected_in(std::int64_t story);
  /// The stories that may fold otherwise because one has changed: those that correct the same records, and those that
  /// move something to it. The corrections have to be there when it is first called.
  std::set<std::int64_t> related(std::int64_t story);
  /// Whether the ledger has a complaint; its key, or 0.
  std::int64_t find_complaint(const std::string& id);

 private:
  bool has_any();

  LateStatement of_record_;
  Statement in_story_;
  LateStatement linked_, naming_, find_complaint_;
  LateStatement any_;
  std::optional<bool> has_any_;  ///< whether the ledger has any; looked up by `related`
};

}  // namespace crmtrack::index
