#include "story/complaint.hpp"

#include <algorithm>

namespace crmtrack::story {

bool Complaint::overdue(util::Instant now) const {
  return std::any_of(
      promises.begin(), promises.end(),
      [&](const Promise& promise) { return story::is_open(promise) && late_seconds(promise, now) > 0; });
}

bool Complaint::is_open() const { return status < record::Status::resolved; }

std::optional<util::Instant> Complaint::first_entered(record::Status entered) const {
  const auto found = std::find_if(transitions.begin(), transitions.end(),
                                  [&](const Transition& transition) { return transition.status == entered; });
  return found == transitions.end() ? std::nullopt : std::optional{found->at};
}

}  // namespace crmtrack::story
