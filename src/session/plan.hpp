#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/path.hpp"
#include "session/session.hpp"
#include "story/entry_state.hpp"
#include "story/step.hpp"
#include "story/story.hpp"

namespace crmtrack::session {

/// A complaint or a customer with its plan, as commands read it.
struct PlannedStory {
  record::StoryRef ref;
  std::string shown;     ///< a complaint's short id, or the customer's slug
  std::string customer;  ///< for the commit's trailer
  std::vector<story::Entry> entries;
  std::vector<story::Step> steps;
  std::vector<story::Conflict> conflicts;
};

/// The complaint or the customer that a word means: the id of a complaint or its beginning, the slug of a customer, or
/// the name of only one. Throws Error(not_found), or Error(ambiguous) where it means a complaint and a customer.
record::StoryRef get_story(Session& session, const std::string& word);
PlannedStory load_plan(Session& session, const record::StoryRef& ref);
/// The step that a word means: its number in the plan, or the record that agreed it. `verb` is for the message. Throws
/// Error(not_found) with the steps that there are.
const story::Step& get_step(const PlannedStory& plan, const std::string& word, std::string_view verb);
/// Whether two clones said different things of a step, and nobody who knows both has decided.
bool is_contested(const PlannedStory& plan, const story::Step& step);

}  // namespace crmtrack::session
