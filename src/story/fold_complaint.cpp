#include "story/fold_complaint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "story/fold/complaint_fold.hpp"

namespace crmtrack::story {

namespace {

/// Adds a conflict for each original that is a duplicate of this complaint as well. None of them can be the original of
/// the others, so all of them would be counted nowhere.
void add_circle(const std::vector<std::string>& circle, Complaint& complaint) {
  for (const std::string& original : circle) {
    const auto says_so = [&](const Entry& entry) {
      return entry.counts() && entry.source.find("duplicate_of") != std::string::npos &&
             entry.source.find(original) != std::string::npos;
    };
    const auto last = std::find_if(complaint.entries.rbegin(), complaint.entries.rend(), says_so);
    complaint.conflicts.push_back(
        {"links", last == complaint.entries.rend() ? std::vector<std::string>{} : std::vector{last->record.id},
         fmt::format("a duplicate of {}, which is a duplicate of it: take one of the two back", original)});
  }
}

}  // namespace

Complaint fold_complaint(Story story, const Terms& terms, const CustomerBook& customers) {
  Complaint complaint;
  complaint.id = std::move(story.ref.id);
  complaint.entries = std::move(story.entries);
  sort_entries(complaint.entries);
  ComplaintFold(complaint, story.absent, terms, customers).run();
  add_circle(story.circle, complaint);
  return complaint;
}

}  // namespace crmtrack::story
