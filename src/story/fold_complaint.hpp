#pragma once

#include "story/complaint.hpp"
#include "story/customer_facts.hpp"
#include "story/story.hpp"
#include "story/terms.hpp"

namespace crmtrack::story {

/// Folds a story in id order. Pure: the same entries, terms and facts give the same state in whatever order they
/// arrive. Of `customers` it reads those that customers_named tells.
Complaint fold_complaint(Story story, const Terms& terms, const CustomerBook& customers);

}  // namespace crmtrack::story
