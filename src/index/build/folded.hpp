#pragma once

#include <optional>

#include "story/complaint.hpp"
#include "story/customer.hpp"
#include "story/customer_facts.hpp"
#include "story/decision.hpp"
#include "story/fold_complaint.hpp"
#include "story/terms.hpp"

namespace crmtrack::index {

/// The result of folding a story: a complaint, a customer or a decision. Another story of the journal folds to nothing.
struct Folded {
  std::optional<story::Complaint> complaint;
  std::optional<story::Customer> customer;
  std::optional<story::Decision> decision;
};

/// A query for the stories whose fold other terms may change: all complaints and
/// customers where the clocks of promises, the ladders or the rule of silence differ, else those with an escalation.
inline const char* stories_under(const story::Terms& before, const story::Terms& after) {
  const bool same = before.clocks == after.clocks && before.ladders == after.ladders && before.silence == after.silence;
  return same ? "SELECT DISTINCT story FROM escalations" : "SELECT key FROM stories WHERE kind <= 1";
}

/// Folds a story. Pure: the result depends on the arguments alone.
inline Folded fold_story(story::Story story, const story::Terms& terms, const story::CustomerBook& customers) {
  Folded folded;
  if (story.ref.kind == record::StoryKind::complaint) {
    story::refuse_unfounded(story.entries);
    folded.complaint = story::fold_complaint(std::move(story), terms, customers);
  } else if (story.ref.kind == record::StoryKind::customer) {
    folded.customer = story::fold_customer(std::move(story), terms);
  } else if (story::is_decision(story)) {
    folded.decision = story::fold_decision(std::move(story));
  }
  return folded;
}

}  // namespace crmtrack::index
