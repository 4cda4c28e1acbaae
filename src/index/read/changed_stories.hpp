#pragma once

#include <set>
#include <string>
#include <vector>

#include "index/index.hpp"
#include "record/path.hpp"

namespace crmtrack::index {

/// Stories by kind: complaints in order of receipt, then of id; the others in order of id.
struct ChangedStories {
  std::vector<std::string> complaints;
  std::vector<std::string> folders;  ///< with records of complaints, and no complaint of their own
  std::vector<std::string> customers, journal;
};

/// The stories that got records.
struct TouchedStories {
  std::set<record::StoryRef> all;
  std::set<std::string> restated;  ///< customers among them of whom complaints may take over something else
};

/// Makes the temporary table `changed` of an index's connection: the numbers (`key`) of the stories that
/// changed_stories() finds.
void mark_changed_stories(const Index& index, const TouchedStories& touched);

/// The stories that may say something else since: the touched ones; complaints to which their records were moved, and
/// those whose corrections are about them; complaints that are their duplicates; the complaints of restated customers,
/// which take over segment and region; the customers whose compliments are counted in them.
ChangedStories changed_stories(const Index& index, const TouchedStories& touched);

}  // namespace crmtrack::index
