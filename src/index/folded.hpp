#pragma once

#include <optional>

#include "policy/policy.hpp"
#include "story/complaint.hpp"

namespace crmtrack::index {

/// What a story folds to; nothing for a story of the journal.
struct Folded {
  std::optional<story::Complaint> complaint;
  std::optional<story::Customer> customer;
};

/// Pure.
inline Folded fold_story(story::Story story, const policy::Policy& policy) {
  Folded folded;
  if (story.ref.kind == record::StoryKind::complaint) {
    story::refuse_unfounded(story.entries);
    folded.complaint = story::fold_complaint(std::move(story), policy);
  } else if (story.ref.kind == record::StoryKind::customer) {
    folded.customer = story::fold_customer(std::move(story));
  }
  return folded;
}

}  // namespace crmtrack::index
