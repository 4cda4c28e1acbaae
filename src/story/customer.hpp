#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "story/entry_state.hpp"
#include "story/promise.hpp"
#include "story/step.hpp"
#include "story/story.hpp"
#include "story/terms.hpp"
#include "yaml/node.hpp"

namespace crmtrack::story {

/// The present state of a customer: the fold over its registration and later changes, with the activities that belong
/// to no complaint.
struct Customer {
  std::string id;
  std::string name, segment, region, manager;
  std::string merged_into;  ///< the customer that stands for this one; empty: none
  bool retired = false;
  std::vector<yaml::Node> contacts;  ///< {name, mail}
  yaml::Node fields;
  std::vector<Entry> entries;
  std::vector<Conflict> conflicts;
  std::map<std::string, EntryState> notes;
  Revisions revised;
  std::vector<Promise> promises;
  std::vector<Step> steps;      ///< of a plan without a complaint
  std::size_t compliments = 0;  ///< in this story: those in complaints are not part of it
};

/// Folds a story in id order, as fold_complaint does.
Customer fold_customer(Story story, const Terms& terms);
/// Folds a story whose entries are sorted, and judges no correction by its effect.
Customer fold_sorted_customer(Story story, const Terms& terms);

}  // namespace crmtrack::story
