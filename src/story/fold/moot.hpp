#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "story/fold/due_rungs.hpp"
#include "story/fold/readings.hpp"

namespace crmtrack::story {

/// Records of `tick` whose cause is gone, and why: a record that came later shows that the promise had been kept, or
/// that the customer was in touch. They stay, and set nothing.
using Moot = std::map<std::string, std::string>;

/// Whether the story has a record of `tick` at all.
bool has_record_of_tick(const std::vector<Entry>& entries);

/// The first record of a folded story that has become moot and is not among the known ones. The caller then folds the
/// story again without it, since what followed from it has no cause either.
std::optional<std::pair<std::string, std::string>> find_moot(const Groundwork& ground, const Complaint& complaint,
                                                             const DueRungs& rungs, const Moot& known);

}  // namespace crmtrack::story
