#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "story/entry_state.hpp"
#include "story/promise.hpp"
#include "story/story.hpp"
#include "util/time.hpp"

namespace crmtrack::story {

/// A look at what a decision has brought about.
struct DecisionReview {
  std::string record, by, result;
  util::Instant at{};
  std::optional<util::Instant> review_on;  ///< when somebody looks again
};

/// A decision that was taken from a report: what, by which measure it will show, and when somebody looks at that. The
/// review is a promise of its owner (docs/domain.md, Decisions).
struct Decision {
  std::string id;      ///< of its story, in the journal
  std::string record;  ///< the record that says it; empty: none counts, and there is no decision
  std::string text, measure, report, owner, by;
  util::Instant at{};
  std::vector<DecisionReview> reviews;
  std::vector<Promise> promises;  ///< of kind `review`: one by the decision, one by each review that names a next date
  std::vector<Entry> entries;
  std::map<std::string, EntryState> notes;
  Revisions revised;
};

/// Whether a story of the journal holds a decision: some record of it is of that kind.
bool is_decision(const Story& story);
/// Folds the story of a decision in id order, as fold_complaint does.
Decision fold_decision(Story story);
/// The promise to look at it that stands last; null where there is none.
const Promise* find_review(const Decision& decision);

}  // namespace crmtrack::story
