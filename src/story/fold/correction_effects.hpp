#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "policy/right.hpp"
#include "record/path.hpp"
#include "story/story.hpp"

namespace crmtrack::story {

/// A correction that does something for which its author lacks rights.
struct RefusedEffect {
  std::size_t entry = 0;
  policy::RightSet missing;
};

/// Refuses the corrections by which somebody does what they may not do by a record of its own: end a complaint, take
/// its end back, or let a promise go. A correction of a reopening closes a complaint, whatever the corrected record
/// needed. So the state of the story is computed without the correction and with it. A correction that makes a
/// complaint closed, or no longer closed, needs the right `close`; `withdraw` and `void` likewise. A correction that
/// takes an open promise or step away needs `waive`.
///
/// The fold judges by what the ledger had when the correction came: the records with smaller ids, and those that were
/// recorded before it. So a colleague who was offline answers for what they saw.
///
/// `entries` are sorted. Writes the reason into each refused entry.
std::vector<RefusedEffect> refuse_effects(const record::StoryRef& story, const std::set<std::string>& absent,
                                          std::vector<Entry>& entries);

/// Whether the effect of a record has to be judged: it is a correction that counts so far, it sets more than words, and
/// its author lacks a right that its effect may need.
bool may_be_refused_for_effect(const Entry& entry);

}  // namespace crmtrack::story
