#include "story/fold_complaint.hpp"

#include <utility>

#include "story/fold/complaint_fold.hpp"

namespace crmtrack::story {

Complaint fold_complaint(Story story, const Terms& terms, const CustomerBook& customers) {
  Complaint complaint;
  complaint.id = std::move(story.ref.id);
  complaint.entries = std::move(story.entries);
  sort_entries(complaint.entries);
  ComplaintFold(complaint, story.absent, terms, customers).run();
  return complaint;
}

}  // namespace crmtrack::story
