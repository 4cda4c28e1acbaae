#include "story/fold_complaint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "story/fold/complaint_fold.hpp"
#include "story/fold/correction_effects.hpp"

namespace crmtrack::story {

namespace {

/// A story is folded again for each record that has become moot: no honest one has nearly as many.
constexpr std::size_t kMostMoot = 64;

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
  sort_entries(story.entries);
  refuse_effects(story.ref, story.absent, story.entries);
  const bool may_be_moot = has_record_of_tick(story.entries);
  Moot moot;
  while (true) {
    Complaint complaint;
    complaint.id = story.ref.id;
    complaint.entries = may_be_moot ? story.entries : std::move(story.entries);
    ComplaintFold fold(complaint, story.absent, terms, customers, moot);
    fold.run();
    auto found = may_be_moot && moot.size() < kMostMoot ? fold.find_moot() : std::nullopt;
    if (!found) {
      add_circle(story.circle, complaint);
      return complaint;
    }
    moot.insert(std::move(*found));
  }
}

}  // namespace crmtrack::story
