#pragma once

#include <optional>

#include "story/complaint.hpp"

namespace crmtrack::index {

/// What a story folds to; nothing for a story of the journal.
struct Folded {
  std::optional<story::Complaint> complaint;
  std::optional<story::Customer> customer;
};

/// A query for the stories that may fold otherwise under other terms: what these say, a fold asks of an escalation
/// only.
inline constexpr const char* kStoriesUnderTerms = "SELECT DISTINCT story FROM escalations";

/// Pure.
inline Folded fold_story(story::Story story, const story::Terms& terms, const story::CustomerBook& customers) {
  Folded folded;
  if (story.ref.kind == record::StoryKind::complaint) {
    story::refuse_unfounded(story.entries);
    folded.complaint = story::fold_complaint(std::move(story), terms, customers);
  } else if (story.ref.kind == record::StoryKind::customer) {
    folded.customer = story::fold_customer(std::move(story));
  }
  return folded;
}

}  // namespace crmtrack::index
