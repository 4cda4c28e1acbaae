#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "story/story.hpp"

namespace crmtrack::story {

/// The newest corrections of a record that was moved once, which the next correction of it names in `after`: they may
/// lie in other folders than its own, where nothing else says that its writer knew them. Empty while the record and all
/// its corrections lie in one folder, where the newest records of the story say so.
std::vector<std::string> newest_corrections_of(const std::vector<Entry>& sorted, std::string_view record);

/// Which record each correction of a story is about at last, through the corrections that it corrects.
class CorrectedRecords {
 public:
  /// `entries`, sorted and marked, must outlive it.
  explicit CorrectedRecords(const std::vector<Entry>& entries) : entries_(entries) {}

  /// The number of the entry that a correction is about; −1 where the story does not have it.
  [[nodiscard]] int find(const Entry& correction) const;

 private:
  const std::vector<Entry>& entries_;
};

/// Whether an entry is a correction that can be read.
bool is_correction(const Entry& entry);

}  // namespace crmtrack::story
